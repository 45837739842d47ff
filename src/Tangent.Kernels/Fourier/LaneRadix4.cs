using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 4.</summary>
internal static unsafe class LaneRadix4<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, ILaneSource<V>
    where TTarget : struct, ILaneTarget<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int groups, int parts, float* w, TSource source, TTarget target)
    {
        nint near = parts, far = groups * near;
        for (int group = 0; group < groups; group++, w += 6)
        {
            nint from = group * near, to = 4 * from;
            for (int part = 0; part < parts; part++, from++, to++)
            {
                source.Load(from, out V r0, out V i0);
                source.Load(from + far, out V r1, out V i1);
                source.Load(from + 2 * far, out V r2, out V i2);
                source.Load(from + 3 * far, out V r3, out V i3);
                V ar = r0 + r2, ai = i0 + i2, br = r0 - r2, bi = i0 - i2;
                V cr = r1 + r3, ci = i1 + i3, dr = r1 - r3, di = i1 - i3;
                if (group == 0)
                {
                    target.Store(to, ar + cr, ai + ci);
                    target.Store(to + near, br + di, bi - dr);
                    target.Store(to + 2 * near, ar - cr, ai - ci);
                    target.Store(to + 3 * near, br - di, bi + dr);
                }
                else
                {
                    target.Store(to, ar + cr, ai + ci);
                    Turn<V, TTarget>.Store(target, to + near, br + di, bi - dr, w);
                    Turn<V, TTarget>.Store(target, to + 2 * near, ar - cr, ai - ci, w + 2);
                    Turn<V, TTarget>.Store(target, to + 3 * near, br - di, bi + dr, w + 4);
                }
            }
        }
    }
}
