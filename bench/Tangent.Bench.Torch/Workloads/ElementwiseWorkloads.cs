using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Elementwise work on long arrays. TorchSharp takes no array for a result; in place is its way to use memory again.</summary>
internal static class ElementwiseWorkloads
{
    private const int Large = 10_000_000;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } =
        new[] { ("1e3", 1_000), ("1e6", 1_000_000), ("1e7", Large) }.SelectMany(size => Sized(size.Item1, size.Item2)).ToDictionary();

    private static Dictionary<string, Func<Workload>> Sized(string size, int count) => new()
    {
        [$"elementwise-{size}"] = () => Chain(count),
        [$"add-{size}"] = () => Binary(add, (x, y) => x.add_(y), count),
        [$"multiply-{size}"] = () => Binary(mul, (x, y) => x.mul_(y), count),
        [$"copy-{size}"] = () => Window(count / 1_000, 1_000),
        [$"float32-float16-{size}"] = () => Cast(count, ScalarType.Float32, ScalarType.Float16),
        [$"float16-float32-{size}"] = () => Cast(count, ScalarType.Float16, ScalarType.Float32),
        [$"float32-bfloat16-{size}"] = () => Cast(count, ScalarType.Float32, ScalarType.BFloat16),
        [$"bfloat16-float32-{size}"] = () => Cast(count, ScalarType.BFloat16, ScalarType.Float32),
    };

    private static Workload Chain(int count)
    {
        Tensor x = Uniform(1, count);
        return Array(() => x * tanh(x) + exp(-x * x));
    }

    private static Workload Binary(Func<Tensor, Tensor, Tensor> function, Func<Tensor, Tensor, Tensor> inPlace, int count)
    {
        Tensor x = Uniform(1, count), y = tensor(Inputs.Signs(count, seed: 2));
        Workload fresh = Array(() => function(x, y));
        return count < Large ? fresh : fresh with { Call = Array(() => inPlace(x, y)).Call };
    }

    private static Workload Window(int rows, int columns)
    {
        Tensor window = Uniform(1, rows, columns + 16).narrow(1, 0, columns);
        return Copy(window, ScalarType.Float32, () => window.contiguous());
    }

    private static Workload Cast(int count, ScalarType from, ScalarType to)
    {
        Tensor x = Uniform(1, count).to(from);
        return Copy(x, to, () => x.to(to));
    }

    private static Workload Copy(Tensor x, ScalarType to, Func<Tensor> fresh)
    {
        if (x.numel() < Large)
            return Array(fresh);
        Tensor result = empty(x.shape, to);
        return Array(() => result.copy_(x));
    }
}
