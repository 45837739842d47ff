using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>Fourier transforms.</summary>
internal static class FourierWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["fft-256"] = () => Of(x => Mx.Fourier.Fft(x), Complex(256)),
        ["fft-1024"] = () => Of(x => Mx.Fourier.Fft(x), Complex(1024)),
        ["fft-4096"] = () => Of(x => Mx.Fourier.Fft(x), Complex(4096)),
        ["fft-65536"] = () => Of(x => Mx.Fourier.Fft(x), Complex(65536)),
        ["fft-2e20"] = () => Of(x => Mx.Fourier.Fft(x), Complex(1 << 20)),
        ["fft-1000x1024"] = () => Of(x => Mx.Fourier.Fft(x), Complex(1000, 1024)),
        ["fft-1024x1024"] = () => Of(x => Mx.Fourier.Fft2(x), Complex(1024, 1024)),
        ["fft-1000"] = () => Of(x => Mx.Fourier.Fft(x), Complex(1000)),
        ["fft-1009"] = () => Of(x => Mx.Fourier.Fft(x), Complex(1009)),
        ["rfft-1024"] = () => Of(x => Mx.Fourier.Rfft(x), TangentLibrary.Uniform(1, 1024)),
        ["rfft-4096"] = () => Of(x => Mx.Fourier.Rfft(x), TangentLibrary.Uniform(1, 4096)),
    };

    private static NDArray Complex(params int[] shape) => Mx.View(TangentLibrary.Uniform(1, [.. shape[..^1], 2 * shape[^1]]), DType.Complex64).Eval();

    private static Workload Of(Func<NDArray, NDArray> transform, NDArray x) =>
        new(() => transform(x).Eval(), () => TangentLibrary.Magnitude(Mx.View(transform(x), DType.Float32)));
}
