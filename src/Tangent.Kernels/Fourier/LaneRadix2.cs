using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 2.</summary>
internal static unsafe class LaneRadix2<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, ILaneSource<V>
    where TTarget : struct, ILaneTarget<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int groups, int parts, float* w, TSource source, TTarget target)
    {
        nint near = parts, far = groups * near;
        for (int group = 0; group < groups; group++, w += 2)
        {
            nint from = group * near, to = 2 * from;
            for (int part = 0; part < parts; part++, from++, to++)
            {
                source.Load(from, out V r0, out V i0);
                source.Load(from + far, out V r1, out V i1);
                if (group == 0)
                {
                    target.Store(to, r0 + r1, i0 + i1);
                    target.Store(to + near, r0 - r1, i0 - i1);
                }
                else
                {
                    target.Store(to, r0 + r1, i0 + i1);
                    Turn<V, TTarget>.Store(target, to + near, r0 - r1, i0 - i1, w);
                }
            }
        }
    }
}
