using Tangent.Bench.Harness;
using Tangent.Kernels;

namespace Tangent.Bench;

/// <summary>Fourier transforms.</summary>
internal static class FourierWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["fft-kernel-1024"] = () => Kernel(1024),
        ["fft-kernel-4096"] = () => Kernel(4096),
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

    private static Workload Kernel(int length)
    {
        NDArray source = TangentLibrary.Uniform(1, 2 * length);
        BufferView x = BufferView.Allocate(DType.Complex64, [length]), y = BufferView.Allocate(DType.Complex64, [length]);
        source.ToArray<float>().CopyTo(Numbers(x));
        var kernel = new FourierKernel(FourierDirection.Forward, 0, length, 1);
        return new(Run, () =>
        {
            Run();
            return Inputs.MeanMagnitude(Numbers(y));
        });

        void Run() => FourierExecutor.Run(kernel, x, y);
    }

    private static unsafe Span<float> Numbers(BufferView x) => new(x.Pointer, 2 * (int)x.Layout.Count);

    private static Workload Of(Func<NDArray, NDArray> transform, NDArray x) =>
        new(() => transform(x).Eval(), () => TangentLibrary.Magnitude(Mx.View(transform(x), DType.Float32)));
}
