using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 3.</summary>
internal static unsafe class LaneRadix3<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass)
    {
        nint element = LaneTransform<V>.Element, re = pass.Real, im = pass.Imaginary;
        nint near = pass.Parts * element, far = pass.Groups * near;
        float* w = pass.Twiddles;
        V sine = V.Broadcast(0.8660254037844386f), half = V.Broadcast(-0.5f);
        for (int group = 0; group < pass.Groups; group++, w += 4)
        {
            float* x = pass.X + group * near, y = pass.Y + 3 * group * near;
            for (int part = 0; part < pass.Parts; part++, x += element, y += element)
            {
                V r0 = V.Load(x + re), i0 = V.Load(x + im);
                V r1 = V.Load(x + far + re), i1 = V.Load(x + far + im);
                V r2 = V.Load(x + 2 * far + re), i2 = V.Load(x + 2 * far + im);
                V sr = r1 + r2, si = i1 + i2, dr = (r1 - r2) * sine, di = (i1 - i2) * sine;
                V mr = V.FusedMultiplyAdd(sr, half, r0), mi = V.FusedMultiplyAdd(si, half, i0);
                if (group == 0)
                {
                    LaneStore<V>.Plain(y, re, im, r0 + sr, i0 + si);
                    LaneStore<V>.Plain(y + near, re, im, mr + di, mi - dr);
                    LaneStore<V>.Plain(y + 2 * near, re, im, mr - di, mi + dr);
                }
                else
                {
                    LaneStore<V>.Plain(y, re, im, r0 + sr, i0 + si);
                    LaneStore<V>.Turned(y + near, re, im, mr + di, mi - dr, w);
                    LaneStore<V>.Turned(y + 2 * near, re, im, mr - di, mi + dr, w + 2);
                }
            }
        }
    }
}
