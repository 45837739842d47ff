using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 8: two of radix 4 for the even and the odd elements, and one of radix 2.</summary>
internal static unsafe class LaneRadix8<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, ILaneSource<V>
    where TTarget : struct, ILaneTarget<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int groups, int parts, float* w, TSource source, TTarget target)
    {
        nint near = parts, far = groups * near;
        V half = V.Broadcast(0.7071067811865476f);
        for (int group = 0; group < groups; group++, w += 14)
        {
            nint from = group * near, to = 8 * from;
            for (int part = 0; part < parts; part++, from++, to++)
            {
                source.Load(from, out V r0, out V i0);
                source.Load(from + far, out V r1, out V i1);
                source.Load(from + 2 * far, out V r2, out V i2);
                source.Load(from + 3 * far, out V r3, out V i3);
                source.Load(from + 4 * far, out V r4, out V i4);
                source.Load(from + 5 * far, out V r5, out V i5);
                source.Load(from + 6 * far, out V r6, out V i6);
                source.Load(from + 7 * far, out V r7, out V i7);
                (r0, r4) = (r0 + r4, r0 - r4);
                (i0, i4) = (i0 + i4, i0 - i4);
                (r2, r6) = (r2 + r6, r2 - r6);
                (i2, i6) = (i2 + i6, i2 - i6);
                (r1, r5) = (r1 + r5, r1 - r5);
                (i1, i5) = (i1 + i5, i1 - i5);
                (r3, r7) = (r3 + r7, r3 - r7);
                (i3, i7) = (i3 + i7, i3 - i7);
                V er0 = r0 + r2, ei0 = i0 + i2, er2 = r0 - r2, ei2 = i0 - i2;
                V er1 = r4 + i6, ei1 = i4 - r6, er3 = r4 - i6, ei3 = i4 + r6;
                V or0 = r1 + r3, oi0 = i1 + i3, or2 = r1 - r3, oi2 = i1 - i3;
                V or1 = r5 + i7, oi1 = i5 - r7, or3 = r5 - i7, oi3 = i5 + r7;
                V ur1 = (or1 + oi1) * half, ui1 = (oi1 - or1) * half, ur3 = (oi3 - or3) * half, ui3 = (or3 + oi3) * half;
                if (group == 0)
                {
                    target.Store(to, er0 + or0, ei0 + oi0);
                    target.Store(to + near, er1 + ur1, ei1 + ui1);
                    target.Store(to + 2 * near, er2 + oi2, ei2 - or2);
                    target.Store(to + 3 * near, er3 + ur3, ei3 - ui3);
                    target.Store(to + 4 * near, er0 - or0, ei0 - oi0);
                    target.Store(to + 5 * near, er1 - ur1, ei1 - ui1);
                    target.Store(to + 6 * near, er2 - oi2, ei2 + or2);
                    target.Store(to + 7 * near, er3 - ur3, ei3 + ui3);
                }
                else
                {
                    target.Store(to, er0 + or0, ei0 + oi0);
                    Turn<V, TTarget>.Store(target, to + near, er1 + ur1, ei1 + ui1, w);
                    Turn<V, TTarget>.Store(target, to + 2 * near, er2 + oi2, ei2 - or2, w + 2);
                    Turn<V, TTarget>.Store(target, to + 3 * near, er3 + ur3, ei3 - ui3, w + 4);
                    Turn<V, TTarget>.Store(target, to + 4 * near, er0 - or0, ei0 - oi0, w + 6);
                    Turn<V, TTarget>.Store(target, to + 5 * near, er1 - ur1, ei1 - ui1, w + 8);
                    Turn<V, TTarget>.Store(target, to + 6 * near, er2 - oi2, ei2 + or2, w + 10);
                    Turn<V, TTarget>.Store(target, to + 7 * near, er3 - ur3, ei3 + ui3, w + 12);
                }
            }
        }
    }
}
