using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>Linear algebra; of decompositions by vectors the values are compared.</summary>
internal static class LinearAlgebraWorkloads
{
    private const int Many = 1000;

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new[] { 64, 512, 1024 }
        .SelectMany(size => Systems($"{size}", size, DType.Float32).Concat(Systems($"{size}-float64", size, DType.Float64)))
        .Concat(new[] { 512, 1024 }.SelectMany(Spectral))
        .Concat(OfMany())
        .Append(new("solve-gradient", Gradient))
        .ToDictionary();

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> Systems(string name, int size, DType dtype) =>
    [
        new($"cholesky-{name}", () => Of(Square(Inputs.Symmetric(size, 1, positive: true), dtype), a => [Mx.Linalg.Cholesky(a)])),
        new($"lu-{name}", () => Of(Square(Inputs.Regular(size, 1), dtype), Lu)),
        new($"solve-{name}", () => Solve(Square(Inputs.Regular(size, 1), dtype), Square(Inputs.Uniform(size * size, 2), dtype))),
        new($"inv-{name}", () => Of(Square(Inputs.Regular(size, 1), dtype), a => [Mx.Linalg.Inv(a)])),
        new($"triangular-{name}", () => Triangular(Square(Inputs.Triangular(size, 1), dtype), Square(Inputs.Uniform(size * size, 2), dtype))),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> Spectral(int size) =>
    [
        new($"qr-{size}", () => Of(Uniform(1, size, size), Qr)),
        new($"eigh-{size}", () => Of(Square(Inputs.Symmetric(size, 1, positive: false), DType.Float32), Eigh)),
        new($"svd-{size}", () => Of(Uniform(1, size, size), Svd)),
        new($"eig-{size}", () => Of(Uniform(1, size, size), Eig)),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> OfMany() =>
    [
        new("cholesky-1000x8", () => Of(Batch(seed => Inputs.Symmetric(8, seed, positive: true)), a => [Mx.Linalg.Cholesky(a)])),
        new("lu-1000x8", () => Of(Batch(seed => Inputs.Regular(8, seed)), Lu)),
        new("inv-1000x8", () => Of(Batch(seed => Inputs.Regular(8, seed)), a => [Mx.Linalg.Inv(a)])),
        new("solve-1000x8", () => Solve(Batch(seed => Inputs.Regular(8, seed)), Uniform(2, Many, 8, 1))),
        new("svd-1000x8", () => Of(Batch(seed => Inputs.Uniform(64, seed)), Svd)),
        new("eigh-1000x8", () => Of(Batch(seed => Inputs.Symmetric(8, seed, positive: false)), Eigh)),
    ];

    // The first result is compared.
    private static Workload Of(NDArray a, Func<NDArray, NDArray[]> compute) => new(() => Mx.Eval(compute(a)), () => Size(compute(a)[0]));

    private static Workload Solve(NDArray a, NDArray b) => Array(() => Mx.Linalg.Solve(a, b));

    private static Workload Triangular(NDArray a, NDArray b) => Array(() => Mx.Linalg.SolveTriangular(a, b));

    private static Workload Gradient()
    {
        NDArray a = Square(Inputs.Regular(512, 1), DType.Float32), b = Uniform(2, 512, 512);
        Func<NDArray, (NDArray Value, NDArray Gradient)> gradient = Mx.ValueAndGrad(x => Mx.Sum(Mx.Linalg.Solve(x, b)));
        return Arrays(() =>
        {
            (NDArray value, NDArray slope) = gradient(a);
            return [value, slope];
        });
    }

    private static NDArray[] Lu(NDArray a)
    {
        (NDArray lu, NDArray pivots) = Mx.Linalg.LuFactor(a);
        return [lu, pivots];
    }

    private static NDArray[] Qr(NDArray a)
    {
        (NDArray q, NDArray r) = Mx.Linalg.Qr(a);
        return [r, q];
    }

    private static NDArray[] Eigh(NDArray a)
    {
        (NDArray values, NDArray vectors) = Mx.Linalg.Eigh(a);
        return [values, vectors];
    }

    private static NDArray[] Svd(NDArray a)
    {
        (NDArray u, NDArray values, NDArray vt) = Mx.Linalg.Svd(a);
        return [values, u, vt];
    }

    private static NDArray[] Eig(NDArray a)
    {
        (NDArray values, NDArray vectors) = Mx.Linalg.Eig(a);
        return [values, vectors];
    }

    private static double Size(NDArray x) => Magnitude(x.DType == DType.Complex64 ? Mx.View(x, DType.Float32) : x);

    private static NDArray Square(float[] values, DType dtype)
    {
        int size = (int)Math.Sqrt(values.Length);
        return Mx.Reshape(values, (size, size)).AsType(dtype).Eval();
    }

    private static NDArray Batch(Func<int, float[]> matrix) => Mx.Reshape(Inputs.Several(Many, matrix), (Many, 8, 8)).Eval();
}
