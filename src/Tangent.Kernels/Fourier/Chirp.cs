using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Transforms of rows whose length has a large prime factor; see <see cref="ChirpPlan"/>.</summary>
internal static unsafe class Chirp<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, IComplexRow<V>
    where TTarget : struct, IComplexRow<V>
{
    /// <summary>Transforms a row. The inverse is the conjugate of the transform of the conjugate.</summary>
    public static void Run(ChirpPlan plan, TSource source, TTarget target, bool inverse, float scale, bool parallel)
    {
        int padded = plan.Padded;
        using var memory = new FourierMemory(FourierScratch.Current.Padded, PlaneRow<V>.Size(padded));
        PlaneRow<V> row = PlaneRow<V>.In(memory.Pointer, padded);
        V sign = V.Broadcast(inverse ? -1 : 1);
        LoadTurned(plan, source, row, sign);
        FourStepPlan convolution = FourStepPlan.Of(padded, V.Count);
        FourStep<V, PlaneRow<V>, PlaneRow<V>>.Run(convolution, row, row, inverse: false, 1, parallel);
        MultiplyByResponse(plan, row);
        FourStep<V, PlaneRow<V>, PlaneRow<V>>.Run(convolution, row, row, inverse: true, 1, parallel);
        StoreTurned(plan, row, target, sign, V.Broadcast(scale));
        GC.KeepAlive(plan);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadTurned(ChirpPlan plan, TSource source, PlaneRow<V> row, V sign)
    {
        var chirp = new InterleavedRow<V>(plan.Chirp);
        for (int place = 0; place < plan.Length; place += V.Count)
        {
            source.Load(place, plan.Length - place, out V re, out V im);
            Multiply(ref re, ref im, chirp, place, plan.Length - place, sign, V.Broadcast(1));
            row.Store(place, plan.Length - place, re, im);
        }
        row.Clear(plan.Length, plan.Padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyByResponse(ChirpPlan plan, PlaneRow<V> row)
    {
        var response = new InterleavedRow<V>(plan.Response);
        V one = V.Broadcast(1);
        for (int place = 0; place < plan.Padded; place += V.Count)
        {
            row.Load(place, plan.Padded - place, out V re, out V im);
            Multiply(ref re, ref im, response, place, plan.Padded - place, one, one);
            row.Store(place, plan.Padded - place, re, im);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreTurned(ChirpPlan plan, PlaneRow<V> row, TTarget target, V sign, V scale)
    {
        var chirp = new InterleavedRow<V>(plan.Chirp);
        for (int place = 0; place < plan.Length; place += V.Count)
        {
            row.Load(place, plan.Length - place, out V re, out V im);
            Multiply(ref re, ref im, chirp, place, plan.Length - place, V.Broadcast(1), scale);
            target.Store(place, plan.Length - place, re, im * sign);
        }
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
