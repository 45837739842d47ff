using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 5.</summary>
internal static unsafe class LaneRadix5<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass)
    {
        nint element = LaneTransform<V>.Element, re = pass.Real, im = pass.Imaginary;
        nint near = pass.Parts * element, far = pass.Groups * near;
        float* w = pass.Twiddles;
        V c1 = V.Broadcast(0.30901699437494745f), c2 = V.Broadcast(-0.8090169943749475f);
        V s1 = V.Broadcast(0.9510565162951535f), s2 = V.Broadcast(0.5877852522924731f);
        for (int group = 0; group < pass.Groups; group++, w += 8)
        {
            float* x = pass.X + group * near, y = pass.Y + 5 * group * near;
            for (int part = 0; part < pass.Parts; part++, x += element, y += element)
            {
                V r0 = V.Load(x + re), i0 = V.Load(x + im);
                V r1 = V.Load(x + far + re), i1 = V.Load(x + far + im);
                V r2 = V.Load(x + 2 * far + re), i2 = V.Load(x + 2 * far + im);
                V r3 = V.Load(x + 3 * far + re), i3 = V.Load(x + 3 * far + im);
                V r4 = V.Load(x + 4 * far + re), i4 = V.Load(x + 4 * far + im);
                V ar = r1 + r4, ai = i1 + i4, br = r2 + r3, bi = i2 + i3;
                V cr = r1 - r4, ci = i1 - i4, dr = r2 - r3, di = i2 - i3;
                V er = V.FusedMultiplyAdd(br, c2, V.FusedMultiplyAdd(ar, c1, r0)), ei = V.FusedMultiplyAdd(bi, c2, V.FusedMultiplyAdd(ai, c1, i0));
                V fr = V.FusedMultiplyAdd(br, c1, V.FusedMultiplyAdd(ar, c2, r0)), fi = V.FusedMultiplyAdd(bi, c1, V.FusedMultiplyAdd(ai, c2, i0));
                V gr = V.FusedMultiplyAdd(dr, s2, cr * s1), gi = V.FusedMultiplyAdd(di, s2, ci * s1);
                V hr = V.FusedMultiplyAdd(-dr, s1, cr * s2), hi = V.FusedMultiplyAdd(-di, s1, ci * s2);
                if (group == 0)
                {
                    LaneStore<V>.Plain(y, re, im, r0 + ar + br, i0 + ai + bi);
                    LaneStore<V>.Plain(y + near, re, im, er + gi, ei - gr);
                    LaneStore<V>.Plain(y + 2 * near, re, im, fr + hi, fi - hr);
                    LaneStore<V>.Plain(y + 3 * near, re, im, fr - hi, fi + hr);
                    LaneStore<V>.Plain(y + 4 * near, re, im, er - gi, ei + gr);
                }
                else
                {
                    LaneStore<V>.Plain(y, re, im, r0 + ar + br, i0 + ai + bi);
                    LaneStore<V>.Turned(y + near, re, im, er + gi, ei - gr, w);
                    LaneStore<V>.Turned(y + 2 * near, re, im, fr + hi, fi - hr, w + 2);
                    LaneStore<V>.Turned(y + 3 * near, re, im, fr - hi, fi + hr, w + 4);
                    LaneStore<V>.Turned(y + 4 * near, re, im, er - gi, ei + gr, w + 6);
                }
            }
        }
    }
}
