using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>Elementwise work on long arrays.</summary>
internal static class ElementwiseWorkloads
{
    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new[] { ("1e3", 1_000), ("1e6", 1_000_000), ("1e7", 10_000_000) }
        .SelectMany(size => Sized(size.Item1, size.Item2))
        .Append(new("elementwise-jvp", ChainWithTangent))
        .ToDictionary();

    private static Dictionary<string, Func<Workload>> Sized(string size, int count) => new()
    {
        [$"elementwise-{size}"] = () => Chain(count),
        [$"add-{size}"] = () => Binary(Mx.Add, count),
        [$"multiply-{size}"] = () => Binary(Mx.Multiply, count),
        [$"copy-{size}"] = () => Window(count / 1_000, 1_000),
        [$"float32-float16-{size}"] = () => Cast(count, DType.Float32, DType.Float16),
        [$"float16-float32-{size}"] = () => Cast(count, DType.Float16, DType.Float32),
        [$"float32-bfloat16-{size}"] = () => Cast(count, DType.Float32, DType.BFloat16),
        [$"bfloat16-float32-{size}"] = () => Cast(count, DType.BFloat16, DType.Float32),
    };

    private static NDArray Chain(NDArray x) => x * Mx.Tanh(x) + Mx.Exp(-x * x);

    private static Workload Chain(int count)
    {
        NDArray x = Uniform(1, count);
        return Array(() => Chain(x));
    }

    private static Workload ChainWithTangent()
    {
        NDArray x = Uniform(1, 1_000_000), dx = Uniform(2, 1_000_000);
        return Arrays(() =>
        {
            (NDArray y, NDArray dy) = Mx.Jvp(Chain, x, dx);
            return [y, dy];
        });
    }

    private static Workload Binary(Func<NDArray, NDArray, NDArray> function, int count)
    {
        NDArray x = Uniform(1, count), y = Inputs.Signs(count, seed: 2);
        return Array(() => function(x, y));
    }

    // Arrays never change, so that nobody needs to copy one; a window is copied to make its rows follow one another.
    private static Workload Window(int rows, int columns)
    {
        NDArray window = Uniform(1, rows, columns + 16)[.., ..columns].Eval();
        return Array(() => Mx.Contiguous(window));
    }

    private static Workload Cast(int count, DType from, DType to)
    {
        NDArray x = Uniform(1, count).AsType(from).Eval();
        return Array(() => x.AsType(to));
    }
}
