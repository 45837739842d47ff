namespace Tangent.Bench;

/// <summary>
/// Fourier transforms of complex64, and of float32 where it says so; "kernel": without what a call is, on memory that is there. Work is counted as
/// is usual: 5·n·log₂(n) operations, half of that for real numbers.
/// </summary>
internal static class FourierRows
{
    public static IEnumerable<Row> All =>
    [
        Of("fft-kernel-1024", "fft, 1024, kernel", 1024, 1, Goal.Fftw(0.8, 1)),
        Of("fft-kernel-4096", "fft, 4096, kernel", 4096, 1, Goal.Fftw(0.8, 1)),
        Of("fft-256", "fft, 256", 256, 1, Goal.Torch(3, 5)),
        Of("fft-1024", "fft, 1024", 1024, 1, Goal.Torch(3, 5)),
        Of("fft-4096", "fft, 4096", 4096, 1, Goal.Torch(3, 5)),
        Of("fft-65536", "fft, 65,536", 65536, 1, Goal.Fftw(1, 1.5)) with { IsParallel = true },
        Of("fft-2e20", "fft, 2²⁰", 1 << 20, 1, Goal.Fftw(1.4, 2), Goal.Scaling(1.5, 1.8)) with { IsParallel = true },
        Of("fft-1000x1024", "fft of 1,000 rows of 1024", 1024, 1000, Goal.Fftw(1, 1.5), Goal.Scaling(1.5, 1.8)) with { IsParallel = true },
        Of("fft-1024x1024", "fft of 1024² in two dimensions", 1024, 2048, Goal.Fftw(1.2, 1.8), Goal.Scaling(1.5, 1.8)) with { IsParallel = true },
        Of("fft-1000", "fft, 1000", 1000, 1, Goal.Fftw(0.7, 1)),
        Of("fft-1009", "fft, 1009, a prime", 1009, 1, Goal.Fftw(1.5, 3)),
        Of("rfft-1024", "rfft, 1024", 1024, 0.5, Goal.Fftw(0.8, 1.2)),
        Of("rfft-4096", "rfft, 4096", 4096, 0.5, Goal.Fftw(0.8, 1.2)),
    ];

    private static Row Of(string name, string title, double length, double lines, params Goal[] goals) =>
        new(name, title, goals) { Work = new() { Operations = 5 * lines * length * Math.Log2(length) } };
}
