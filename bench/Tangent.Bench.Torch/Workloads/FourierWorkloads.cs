using Tangent.Bench.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Fourier transforms.</summary>
internal static class FourierWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["fft-256"] = () => Of(x => fft.fft_(x), Complex(256)),
        ["fft-1024"] = () => Of(x => fft.fft_(x), Complex(1024)),
        ["fft-4096"] = () => Of(x => fft.fft_(x), Complex(4096)),
        ["fft-65536"] = () => Of(x => fft.fft_(x), Complex(65536)),
        ["fft-2e20"] = () => Of(x => fft.fft_(x), Complex(1 << 20)),
        ["fft-1000x1024"] = () => Of(x => fft.fft_(x), Complex(1000, 1024)),
        ["fft-1024x1024"] = () => Of(x => fft.fft2(x), Complex(1024, 1024)),
        ["fft-1000"] = () => Of(x => fft.fft_(x), Complex(1000)),
        ["fft-1009"] = () => Of(x => fft.fft_(x), Complex(1009)),
        ["rfft-1024"] = () => Of(x => fft.rfft(x), TorchLibrary.Uniform(1, 1024)),
        ["rfft-4096"] = () => Of(x => fft.rfft(x), TorchLibrary.Uniform(1, 4096)),
    };

    private static Tensor Complex(params long[] shape)
    {
        Tensor parts = TorchLibrary.Uniform(1, [.. shape, 2]);
        return complex(parts.select(-1, 0).contiguous(), parts.select(-1, 1).contiguous());
    }

    private static Workload Of(Func<Tensor, Tensor> transform, Tensor x) => new(
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            transform(x);
        },
        () =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor y = transform(x);
            return TorchLibrary.Magnitude(stack([y.real, y.imag], -1));
        });
}
