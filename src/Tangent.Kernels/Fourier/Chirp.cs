using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Transforms of rows whose length has a large prime factor; see <see cref="ChirpPlan"/>.</summary>
internal static unsafe class Chirp<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, IComplexRow<V>
    where TTarget : struct, IComplexRow<V>
{
    /// <summary>Transforms a row. The inverse is the conjugate of the transform of the conjugate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ChirpPlan plan, TSource source, TTarget target, bool inverse, float scale, bool parallel)
    {
        int padded = plan.Padded;
        using var memory = new FourierMemory(FourierScratch.Current.Padded, PlaneRow<V>.Size(padded));
        PlaneRow<V> row = PlaneRow<V>.In(memory.Pointer, padded);
        V sign = V.Broadcast(inverse ? -1 : 1);
        var chirp = new InterleavedRow<V>(plan.Chirp);
        for (int place = 0; place < padded; place += V.Count)
        {
            V re = V.Broadcast(0), im = re;
            if (place < plan.Length)
            {
                source.Load(place, plan.Length - place, out re, out im);
                Multiply(ref re, ref im, chirp, place, plan.Length - place, sign, V.Broadcast(1));
            }
            row.Store(place, padded - place, re, im);
        }
        // Lanes past the end of the row read what is behind it.
        row.Clear(plan.Length, Math.Min(padded, (plan.Length + V.Count - 1) / V.Count * V.Count));
        FourStepPlan convolution = FourStepPlan.Of(padded, V.Count);
        FourStep<V, PlaneRow<V>, PlaneRow<V>>.Run(convolution, row, row, inverse: false, 1, parallel);
        var response = new InterleavedRow<V>(plan.Response);
        for (int place = 0; place < padded; place += V.Count)
        {
            row.Load(place, padded - place, out V re, out V im);
            Multiply(ref re, ref im, response, place, padded - place, V.Broadcast(1), V.Broadcast(1));
            row.Store(place, padded - place, re, im);
        }
        FourStep<V, PlaneRow<V>, PlaneRow<V>>.Run(convolution, row, row, inverse: true, 1, parallel);
        for (int place = 0; place < plan.Length; place += V.Count)
        {
            row.Load(place, plan.Length - place, out V re, out V im);
            Multiply(ref re, ref im, chirp, place, plan.Length - place, V.Broadcast(1), V.Broadcast(scale));
            target.Store(place, plan.Length - place, re, im * sign);
        }
        GC.KeepAlive(plan);
    }

    // The imaginary part times a sign first, and all times a scale at the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(ref V re, ref V im, InterleavedRow<V> factors, long place, long count, V sign, V scale)
    {
        factors.Load(place, count, out V c, out V s);
        im *= sign;
        V real = V.FusedMultiplyAdd(-im, s, re * c);
        im = V.FusedMultiplyAdd(im, c, re * s) * scale;
        re = real * scale;
    }
}
