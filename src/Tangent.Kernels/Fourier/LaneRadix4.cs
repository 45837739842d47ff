using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 4.</summary>
internal static unsafe class LaneRadix4<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass)
    {
        nint element = LaneTransform<V>.Element, re = pass.Real, im = pass.Imaginary;
        nint near = pass.Parts * element, far = pass.Groups * near;
        float* w = pass.Twiddles;
        for (int group = 0; group < pass.Groups; group++, w += 6)
        {
            float* x = pass.X + group * near, y = pass.Y + 4 * group * near;
            for (int part = 0; part < pass.Parts; part++, x += element, y += element)
            {
                V r0 = V.Load(x + re), i0 = V.Load(x + im);
                V r1 = V.Load(x + far + re), i1 = V.Load(x + far + im);
                V r2 = V.Load(x + 2 * far + re), i2 = V.Load(x + 2 * far + im);
                V r3 = V.Load(x + 3 * far + re), i3 = V.Load(x + 3 * far + im);
                V ar = r0 + r2, ai = i0 + i2, br = r0 - r2, bi = i0 - i2;
                V cr = r1 + r3, ci = i1 + i3, dr = r1 - r3, di = i1 - i3;
                if (group == 0)
                {
                    LaneStore<V>.Plain(y, re, im, ar + cr, ai + ci);
                    LaneStore<V>.Plain(y + near, re, im, br + di, bi - dr);
                    LaneStore<V>.Plain(y + 2 * near, re, im, ar - cr, ai - ci);
                    LaneStore<V>.Plain(y + 3 * near, re, im, br - di, bi + dr);
                }
                else
                {
                    LaneStore<V>.Plain(y, re, im, ar + cr, ai + ci);
                    LaneStore<V>.Turned(y + near, re, im, br + di, bi - dr, w);
                    LaneStore<V>.Turned(y + 2 * near, re, im, ar - cr, ai - ci, w + 2);
                    LaneStore<V>.Turned(y + 3 * near, re, im, br - di, bi + dr, w + 4);
                }
            }
        }
    }
}
