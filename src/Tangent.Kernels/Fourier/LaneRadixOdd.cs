using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Passes of an odd radix by its definition, in (radix - 1)² multiplications: sums and differences of opposite elements share cosines and sines.</summary>
internal static unsafe class LaneRadixOdd<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, ILaneSource<V>
    where TTarget : struct, ILaneTarget<V>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LanePass pass, float* w, TSource source, TTarget target)
    {
        int radix = pass.Radix;
        float* roots = stackalloc float[2 * radix];
        for (int i = 0; i < radix; i++)
        {
            (double cosine, double sine) = FourierTable.Root(i, radix);
            (roots[2 * i], roots[2 * i + 1]) = ((float)cosine, (float)-sine);
        }
        // Of each pair of opposite elements the sum and the difference, real and imaginary parts.
        V* pairs = stackalloc V[2 * (radix - 1)];
        for (int group = 0; group < pass.Groups; group++, w += 2 * (radix - 1))
            for (int part = 0; part < pass.Parts; part++)
                RunGroup(pass, source, group * (nint)pass.Parts + part, target, group == 0 ? null : w, roots, pairs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunGroup(LanePass pass, TSource source, nint from, TTarget target, float* w, float* roots, V* pairs)
    {
        int radix = pass.Radix, half = radix / 2;
        nint near = pass.Parts, far = pass.Groups * near, to = from + (from / near) * near * (radix - 1);
        source.Load(from, out V firstRe, out V firstIm);
        V sumRe = firstRe, sumIm = firstIm;
        for (int j = 0; j < half; j++)
        {
            source.Load(from + (j + 1) * far, out V r1, out V i1);
            source.Load(from + (radix - 1 - j) * far, out V r2, out V i2);
            (pairs[4 * j], pairs[4 * j + 1], pairs[4 * j + 2], pairs[4 * j + 3]) = (r1 + r2, i1 + i2, r1 - r2, i1 - i2);
            sumRe += r1 + r2;
            sumIm += i1 + i2;
        }
        target.Store(to, sumRe, sumIm);
        for (int k = 1; k <= half; k++)
        {
            V evenRe = firstRe, evenIm = firstIm, oddRe = V.Broadcast(0), oddIm = oddRe;
            int angle = 0;
            for (int j = 0; j < half; j++)
            {
                angle += k;
                angle -= angle >= radix ? radix : 0;
                V cosine = V.Broadcast(roots[2 * angle]), sine = V.Broadcast(roots[2 * angle + 1]);
                evenRe = V.FusedMultiplyAdd(pairs[4 * j], cosine, evenRe);
                evenIm = V.FusedMultiplyAdd(pairs[4 * j + 1], cosine, evenIm);
                oddRe = V.FusedMultiplyAdd(pairs[4 * j + 2], sine, oddRe);
                oddIm = V.FusedMultiplyAdd(pairs[4 * j + 3], sine, oddIm);
            }
            Put(target, to + k * near, evenRe + oddIm, evenIm - oddRe, w == null ? null : w + 2 * (k - 1));
            Put(target, to + (radix - k) * near, evenRe - oddIm, evenIm + oddRe, w == null ? null : w + 2 * (radix - k - 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(TTarget target, nint place, V re, V im, float* twiddle)
    {
        if (twiddle == null)
            target.Store(place, re, im);
        else
            Turn<V, TTarget>.Store(target, place, re, im, twiddle);
    }
}
