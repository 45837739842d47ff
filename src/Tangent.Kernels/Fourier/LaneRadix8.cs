using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of radix 8: two of radix 4 for the even and the odd elements, and one of radix 2.</summary>
internal static unsafe class LaneRadix8<V> where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass)
    {
        nint element = LaneTransform<V>.Element, re = pass.Real, im = pass.Imaginary;
        nint near = pass.Parts * element, far = pass.Groups * near;
        float* w = pass.Twiddles;
        V half = V.Broadcast(0.7071067811865476f);
        for (int group = 0; group < pass.Groups; group++, w += 14)
        {
            float* x = pass.X + group * near, y = pass.Y + 8 * group * near;
            for (int part = 0; part < pass.Parts; part++, x += element, y += element)
            {
                V r0 = V.Load(x + re), i0 = V.Load(x + im);
                V r1 = V.Load(x + far + re), i1 = V.Load(x + far + im);
                V r2 = V.Load(x + 2 * far + re), i2 = V.Load(x + 2 * far + im);
                V r3 = V.Load(x + 3 * far + re), i3 = V.Load(x + 3 * far + im);
                V r4 = V.Load(x + 4 * far + re), i4 = V.Load(x + 4 * far + im);
                V r5 = V.Load(x + 5 * far + re), i5 = V.Load(x + 5 * far + im);
                V r6 = V.Load(x + 6 * far + re), i6 = V.Load(x + 6 * far + im);
                V r7 = V.Load(x + 7 * far + re), i7 = V.Load(x + 7 * far + im);
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
                    LaneStore<V>.Plain(y, re, im, er0 + or0, ei0 + oi0);
                    LaneStore<V>.Plain(y + near, re, im, er1 + ur1, ei1 + ui1);
                    LaneStore<V>.Plain(y + 2 * near, re, im, er2 + oi2, ei2 - or2);
                    LaneStore<V>.Plain(y + 3 * near, re, im, er3 + ur3, ei3 - ui3);
                    LaneStore<V>.Plain(y + 4 * near, re, im, er0 - or0, ei0 - oi0);
                    LaneStore<V>.Plain(y + 5 * near, re, im, er1 - ur1, ei1 - ui1);
                    LaneStore<V>.Plain(y + 6 * near, re, im, er2 - oi2, ei2 + or2);
                    LaneStore<V>.Plain(y + 7 * near, re, im, er3 - ur3, ei3 + ui3);
                }
                else
                {
                    LaneStore<V>.Plain(y, re, im, er0 + or0, ei0 + oi0);
                    LaneStore<V>.Turned(y + near, re, im, er1 + ur1, ei1 + ui1, w);
                    LaneStore<V>.Turned(y + 2 * near, re, im, er2 + oi2, ei2 - or2, w + 2);
                    LaneStore<V>.Turned(y + 3 * near, re, im, er3 + ur3, ei3 - ui3, w + 4);
                    LaneStore<V>.Turned(y + 4 * near, re, im, er0 - or0, ei0 - oi0, w + 6);
                    LaneStore<V>.Turned(y + 5 * near, re, im, er1 - ur1, ei1 - ui1, w + 8);
                    LaneStore<V>.Turned(y + 6 * near, re, im, er2 - oi2, ei2 + or2, w + 10);
                    LaneStore<V>.Turned(y + 7 * near, re, im, er3 - ur3, ei3 + ui3, w + 12);
                }
            }
        }
    }
}
