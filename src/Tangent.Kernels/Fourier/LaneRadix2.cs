using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 2.</summary>
internal static unsafe class LaneRadix2<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass)
    {
        nint element = LaneTransform<V>.Element, re = pass.Real, im = pass.Imaginary;
        nint near = pass.Parts * element, far = pass.Groups * near;
        float* w = pass.Twiddles;
        for (int group = 0; group < pass.Groups; group++, w += 2)
        {
            float* x = pass.X + group * near, y = pass.Y + 2 * group * near;
            for (int part = 0; part < pass.Parts; part++, x += element, y += element)
            {
                V r0 = V.Load(x + re), i0 = V.Load(x + im);
                V r1 = V.Load(x + far + re), i1 = V.Load(x + far + im);
                if (group == 0)
                {
                    LaneStore<V>.Plain(y, re, im, r0 + r1, i0 + i1);
                    LaneStore<V>.Plain(y + near, re, im, r0 - r1, i0 - i1);
                }
                else
                {
                    LaneStore<V>.Plain(y, re, im, r0 + r1, i0 + i1);
                    LaneStore<V>.Turned(y + near, re, im, r0 - r1, i0 - i1, w);
                }
            }
        }
    }
}
