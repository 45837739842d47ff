using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 3.</summary>
internal static unsafe class LaneRadix3<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, ILaneSource<V>
    where TTarget : struct, ILaneTarget<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int groups, int parts, float* w, TSource source, TTarget target)
    {
        nint near = parts, far = groups * near;
        V sine = V.Broadcast(0.8660254037844386f), half = V.Broadcast(-0.5f);
        for (int group = 0; group < groups; group++, w += 4)
        {
            nint from = group * near, to = 3 * from;
            for (int part = 0; part < parts; part++, from++, to++)
            {
                source.Load(from, out V r0, out V i0);
                source.Load(from + far, out V r1, out V i1);
                source.Load(from + 2 * far, out V r2, out V i2);
                V sr = r1 + r2, si = i1 + i2, dr = (r1 - r2) * sine, di = (i1 - i2) * sine;
                V mr = V.FusedMultiplyAdd(sr, half, r0), mi = V.FusedMultiplyAdd(si, half, i0);
                if (group == 0)
                {
                    target.Store(to, r0 + sr, i0 + si);
                    target.Store(to + near, mr + di, mi - dr);
                    target.Store(to + 2 * near, mr - di, mi + dr);
                }
                else
                {
                    target.Store(to, r0 + sr, i0 + si);
                    Turn<V, TTarget>.Store(target, to + near, mr + di, mi - dr, w);
                    Turn<V, TTarget>.Store(target, to + 2 * near, mr - di, mi + dr, w + 2);
                }
            }
        }
    }
}
