using Tangent.Bench.Harness;
using TorchSharp;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Linear algebra; of decompositions by vectors the values are compared.</summary>
internal static class LinearAlgebraWorkloads
{
    private const int Many = 1000;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new[] { 64, 512, 1024 }
        .SelectMany(size => Systems($"{size}", size, ScalarType.Float32).Concat(Systems($"{size}-float64", size, ScalarType.Float64)))
        .Concat(new[] { 512, 1024 }.SelectMany(Spectral))
        .Concat(OfMany())
        .ToDictionary();

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> Systems(string name, int size, ScalarType type) =>
    [
        new($"cholesky-{name}", () => Of(Square(Inputs.Symmetric(size, 1, positive: true), type), linalg.cholesky)),
        new($"lu-{name}", () => Of(Square(Inputs.Regular(size, 1), type), Lu)),
        new($"solve-{name}", () => Solve(Square(Inputs.Regular(size, 1), type), Square(Inputs.Uniform(size * size, 2), type))),
        new($"inv-{name}", () => Of(Square(Inputs.Regular(size, 1), type), linalg.inv)),
        new($"triangular-{name}", () => Triangular(Square(Inputs.Triangular(size, 1), type), Square(Inputs.Uniform(size * size, 2), type))),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> Spectral(int size) =>
    [
        new($"qr-{size}", () => Of(Uniform(1, size, size), a => linalg.qr(a).R)),
        new($"eigh-{size}", () => Of(Square(Inputs.Symmetric(size, 1, positive: false), ScalarType.Float32), a => linalg.eigh(a).Item1)),
        new($"svd-{size}", () => Of(Uniform(1, size, size), a => linalg.svd(a).S)),
        new($"eig-{size}", () => Of(Uniform(1, size, size), a => view_as_real(linalg.eig(a).Item1))),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> OfMany() =>
    [
        new("cholesky-1000x8", () => Of(Batch(seed => Inputs.Symmetric(8, seed, positive: true)), linalg.cholesky)),
        new("lu-1000x8", () => Of(Batch(seed => Inputs.Regular(8, seed)), Lu)),
        new("inv-1000x8", () => Of(Batch(seed => Inputs.Regular(8, seed)), linalg.inv)),
        new("solve-1000x8", () => Solve(Batch(seed => Inputs.Regular(8, seed)), Uniform(2, Many, 8, 1))),
        new("svd-1000x8", () => Of(Batch(seed => Inputs.Uniform(64, seed)), a => linalg.svd(a).S)),
        new("eigh-1000x8", () => Of(Batch(seed => Inputs.Symmetric(8, seed, positive: false)), a => linalg.eigh(a).Item1)),
    ];

    private static Workload Of(Tensor a, Func<Tensor, Tensor> compute) => Array(() => compute(a));

    private static Tensor Lu(Tensor a) => linalg.lu_factor(a).Item1;

    private static Workload Solve(Tensor a, Tensor b) => Array(() => linalg.solve(a, b));

    private static Workload Triangular(Tensor a, Tensor b) => Array(() => linalg.solve_triangular(a, b, false));

    private static Tensor Square(float[] values, ScalarType type)
    {
        long size = (long)Math.Sqrt(values.Length);
        return tensor(values).reshape(size, size).to(type);
    }

    private static Tensor Batch(Func<int, float[]> matrix) => tensor(Inputs.Several(Many, matrix)).reshape(Many, 8, 8);
}
