using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 5.</summary>
internal static unsafe class LaneRadix5<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, ILaneSource<V>
    where TTarget : struct, ILaneTarget<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int groups, int parts, float* w, TSource source, TTarget target)
    {
        nint near = parts, far = groups * near;
        V c1 = V.Broadcast(0.30901699437494745f), c2 = V.Broadcast(-0.8090169943749475f);
        V s1 = V.Broadcast(0.9510565162951535f), s2 = V.Broadcast(0.5877852522924731f);
        for (int group = 0; group < groups; group++, w += 8)
        {
            nint from = group * near, to = 5 * from;
            for (int part = 0; part < parts; part++, from++, to++)
            {
                source.Load(from, out V r0, out V i0);
                source.Load(from + far, out V r1, out V i1);
                source.Load(from + 2 * far, out V r2, out V i2);
                source.Load(from + 3 * far, out V r3, out V i3);
                source.Load(from + 4 * far, out V r4, out V i4);
                V ar = r1 + r4, ai = i1 + i4, br = r2 + r3, bi = i2 + i3;
                V cr = r1 - r4, ci = i1 - i4, dr = r2 - r3, di = i2 - i3;
                V er = V.FusedMultiplyAdd(br, c2, V.FusedMultiplyAdd(ar, c1, r0)), ei = V.FusedMultiplyAdd(bi, c2, V.FusedMultiplyAdd(ai, c1, i0));
                V fr = V.FusedMultiplyAdd(br, c1, V.FusedMultiplyAdd(ar, c2, r0)), fi = V.FusedMultiplyAdd(bi, c1, V.FusedMultiplyAdd(ai, c2, i0));
                V gr = V.FusedMultiplyAdd(dr, s2, cr * s1), gi = V.FusedMultiplyAdd(di, s2, ci * s1);
                V hr = V.FusedMultiplyAdd(-dr, s1, cr * s2), hi = V.FusedMultiplyAdd(-di, s1, ci * s2);
                if (group == 0)
                {
                    target.Store(to, r0 + ar + br, i0 + ai + bi);
                    target.Store(to + near, er + gi, ei - gr);
                    target.Store(to + 2 * near, fr + hi, fi - hr);
                    target.Store(to + 3 * near, fr - hi, fi + hr);
                    target.Store(to + 4 * near, er - gi, ei + gr);
                }
                else
                {
                    target.Store(to, r0 + ar + br, i0 + ai + bi);
                    Turn<V, TTarget>.Store(target, to + near, er + gi, ei - gr, w);
                    Turn<V, TTarget>.Store(target, to + 2 * near, fr + hi, fi - hr, w + 2);
                    Turn<V, TTarget>.Store(target, to + 3 * near, fr - hi, fi + hr, w + 4);
                    Turn<V, TTarget>.Store(target, to + 4 * near, er - gi, ei + gr, w + 6);
                }
            }
        }
    }
}
