using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Transforms of one dense row at a time.</summary>
internal static unsafe class RowFourier<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Transforms a row of an array to a row of another.</summary>
    public static void Run(FourierKernel kernel, float* x, float* y, bool parallel)
    {
        int length = kernel.Length;
        float scale = (float)kernel.Scale;
        bool even = length % 2 == 0;
        switch (kernel.Direction)
        {
            case FourierDirection.FromReal when even:
                FromEvenReal(length, x, y, scale, parallel);
                break;
            case FourierDirection.FromReal:
                FromOddReal(length, x, y, scale, parallel);
                break;
            case FourierDirection.ToReal when even:
                ToEvenReal(length, x, y, scale, parallel);
                break;
            case FourierDirection.ToReal:
                ToOddReal(length, x, y, scale, parallel);
                break;
            default:
                Complex(length, new InterleavedRow<V>(x), new InterleavedRow<V>(y), kernel.Direction == FourierDirection.Inverse, scale, parallel);
                break;
        }
    }

    private static void Complex<TSource, TTarget>(int length, TSource source, TTarget target, bool inverse, float scale, bool parallel)
        where TSource : struct, IComplexRow<V>
        where TTarget : struct, IComplexRow<V>
    {
        if (LineLength.Of(length).HasPasses)
            FourStep<V, TSource, TTarget>.Run(FourStepPlan.Of(length, V.Count), source, target, inverse, scale, parallel);
        else
            Chirp<V, TSource, TTarget>.Run(ChirpPlan.Of<V>(length), source, target, inverse, scale, parallel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FromEvenReal(int length, float* x, float* y, float scale, bool parallel)
    {
        RealPlan plan = RealPlan.Of(length);
        int half = plan.Half;
        using var memory = new FourierMemory(FourierScratch.Current.Planes, PlaneRow<V>.Size(half + 1));
        PlaneRow<V> z = PlaneRow<V>.In(memory.Pointer, half + 1);
        Complex(half, new InterleavedRow<V>(x), z, inverse: false, 1, parallel);
        (z.Real[half], z.Imaginary[half]) = (z.Real[0], z.Imaginary[0]);
        var target = new InterleavedRow<V>(y);
        V factor = V.Broadcast(scale / 2), backwards = Backwards();
        for (int k = 0; k <= half; k += V.Count)
        {
            z.Load(k, half + 1 - k, out V re, out V im);
            V otherRe = Opposite(z.Real, half - k, backwards), otherIm = Opposite(z.Imaginary, half - k, backwards);
            RealSpectrum<V>.Unpack(ref re, ref im, otherRe, otherIm, V.Load(plan.Cosines + k), V.Load(plan.Sines + k), factor);
            target.Store(k, half + 1 - k, re, im);
        }
        GC.KeepAlive(plan);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ToEvenReal(int length, float* x, float* y, float scale, bool parallel)
    {
        RealPlan plan = RealPlan.Of(length);
        int half = plan.Half;
        long size = PlaneRow<V>.Size(half + 1);
        using var memory = new FourierMemory(FourierScratch.Current.Planes, 2 * size);
        PlaneRow<V> spectrum = PlaneRow<V>.In(memory.Pointer, half + 1), z = PlaneRow<V>.In(memory.Pointer + size, half + 1);
        LoadSpectrum(x, half + 1, spectrum);
        spectrum.Imaginary[half] = 0;
        V backwards = Backwards();
        for (int k = 0; k < half; k += V.Count)
        {
            spectrum.Load(k, half - k, out V re, out V im);
            V otherRe = Opposite(spectrum.Real, half - k, backwards), otherIm = Opposite(spectrum.Imaginary, half - k, backwards);
            RealSpectrum<V>.Pack(ref re, ref im, otherRe, otherIm, V.Load(plan.Cosines + k), V.Load(plan.Sines + k));
            z.Store(k, half - k, re, im);
        }
        Complex(half, z, new InterleavedRow<V>(y), inverse: true, scale, parallel);
        GC.KeepAlive(plan);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FromOddReal(int length, float* x, float* y, float scale, bool parallel)
    {
        using var memory = new FourierMemory(FourierScratch.Current.Planes, PlaneRow<V>.Size(length));
        PlaneRow<V> z = PlaneRow<V>.In(memory.Pointer, length);
        new Span<float>(x, length).CopyTo(new Span<float>(z.Real, length));
        new Span<float>(z.Imaginary, length).Clear();
        Complex(length, z, z, inverse: false, scale, parallel);
        var target = new InterleavedRow<V>(y);
        for (int k = 0; k <= length / 2; k += V.Count)
        {
            z.Load(k, length / 2 + 1 - k, out V re, out V im);
            target.Store(k, length / 2 + 1 - k, re, im);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ToOddReal(int length, float* x, float* y, float scale, bool parallel)
    {
        using var memory = new FourierMemory(FourierScratch.Current.Planes, PlaneRow<V>.Size(length));
        PlaneRow<V> z = PlaneRow<V>.In(memory.Pointer, length);
        LoadSpectrum(x, length / 2 + 1, z);
        for (int k = 1; k <= length / 2; k++)
            (z.Real[length - k], z.Imaginary[length - k]) = (z.Real[k], -z.Imaginary[k]);
        Complex(length, z, z, inverse: true, scale, parallel);
        new Span<float>(z.Real, length).CopyTo(new Span<float>(y, length));
    }

    // Real numbers have a real mean, so the imaginary part at 0 does not count.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadSpectrum(float* x, int count, PlaneRow<V> to)
    {
        var source = new InterleavedRow<V>(x);
        for (int k = 0; k < count; k += V.Count)
        {
            source.Load(k, count - k, out V re, out V im);
            to.Store(k, count - k, re, im);
        }
        to.Imaginary[0] = 0;
    }

    /// <summary>The numbers at a place and before it, backwards; before the first there is anything.</summary>
    private static V Opposite(float* plane, int place, V backwards) => V.Permute(V.Load(plane + place - (V.Count - 1)), backwards);

    private static V Backwards()
    {
        int* places = stackalloc int[V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            places[lane] = V.Count - 1 - lane;
        return V.Load((float*)places);
    }
}
