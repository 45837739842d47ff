using System.Numerics;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>LAPACK's linear algebra; of decompositions by vectors the values are compared.</summary>
internal static unsafe class LapackWorkloads
{
    private const int Many = 1000;

    private static readonly int[] Sizes = [64, 512, 1024], LargeSizes = [512, 1024];

    public static IEnumerable<KeyValuePair<string, Func<Workload>>> All =>
    [
        .. Sizes.SelectMany(size => Systems<float, SingleLapack>($"{size}", size).Concat(Systems<double, DoubleLapack>($"{size}-float64", size))),
        .. LargeSizes.SelectMany(Spectral),
        .. OfMany(),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> Systems<T, TLapack>(string name, int size)
        where T : unmanaged, INumber<T>
        where TLapack : ILapack<T> =>
    [
        new($"cholesky-{name}", () => Cholesky<T, TLapack>(Inputs.Symmetric(size, 1, positive: true), size)),
        new($"lu-{name}", () => Lu<T, TLapack>(Inputs.Regular(size, 1), size)),
        new($"solve-{name}", () => Solve<T, TLapack>(Inputs.Regular(size, 1), Inputs.Uniform(size * size, 2), size, size)),
        new($"inv-{name}", () => Inverse<T, TLapack>(Inputs.Regular(size, 1), size)),
        new($"triangular-{name}", () => new LapackProblem<T>(Inputs.Triangular(size, 1), size, Inputs.Uniform(size * size, 2), size)
            .OfRight((a, b, _) => TLapack.SolveLower(size, size, a, b))),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> OfMany() =>
    [
        new("cholesky-1000x8", () => Cholesky<float, SingleLapack>(Inputs.Several(Many, seed => Inputs.Symmetric(8, seed, positive: true)), 8)),
        new("lu-1000x8", () => Lu<float, SingleLapack>(Inputs.Several(Many, seed => Inputs.Regular(8, seed)), 8)),
        new("inv-1000x8", () => Inverse<float, SingleLapack>(Inputs.Several(Many, seed => Inputs.Regular(8, seed)), 8)),
        new("solve-1000x8", () => Solve<float, SingleLapack>(Inputs.Several(Many, seed => Inputs.Regular(8, seed)), Inputs.Uniform(8 * Many, 2), 8, 1)),
        new("svd-1000x8", () => Svd(Inputs.Several(Many, seed => Inputs.Uniform(64, seed)), 8)),
        new("eigh-1000x8", () => Eigh(Inputs.Several(Many, seed => Inputs.Symmetric(8, seed, positive: false)), 8)),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Workload>>> Spectral(int size) =>
    [
        new($"qr-{size}", () => Qr(Inputs.Uniform(size * size, 1), size)),
        new($"eigh-{size}", () => Eigh(Inputs.Symmetric(size, 1, positive: false), size)),
        new($"svd-{size}", () => Svd(Inputs.Uniform(size * size, 1), size)),
        new($"eig-{size}", () => Eig(Inputs.Uniform(size * size, 1), size)),
    ];

    private static Workload Cholesky<T, TLapack>(float[] a, int n)
        where T : unmanaged, INumber<T>
        where TLapack : ILapack<T> => new LapackProblem<T>(a, n).OfLower((matrix, _, _) => TLapack.Cholesky(n, matrix));

    private static Workload Lu<T, TLapack>(float[] a, int n)
        where T : unmanaged, INumber<T>
        where TLapack : ILapack<T>
    {
        var problem = new LapackProblem<T>(a, n);
        return problem.OfMatrix((matrix, _, _) => TLapack.Lu(n, matrix, problem.Pivots));
    }

    private static Workload Solve<T, TLapack>(float[] a, float[] b, int n, int columns)
        where T : unmanaged, INumber<T>
        where TLapack : ILapack<T>
    {
        var problem = new LapackProblem<T>(a, n, b, columns);
        return problem.OfRight((matrix, right, _) => TLapack.Solve(n, columns, matrix, problem.Pivots, right));
    }

    private static Workload Inverse<T, TLapack>(float[] a, int n)
        where T : unmanaged, INumber<T>
        where TLapack : ILapack<T>
    {
        int length = 64 * n;
        var problem = new LapackProblem<T>(a, n, work: length);
        return problem.OfMatrix((matrix, _, _) =>
        {
            TLapack.Lu(n, matrix, problem.Pivots);
            TLapack.Inverse(n, matrix, problem.Pivots, problem.Work, length);
        });
    }

    private static Workload Qr(float[] a, int n)
    {
        var problem = new LapackProblem<float>(a, n, results: n * n, work: SpectralLapack.WorkOf(n));
        return problem.OfResults(n * n, (matrix, _, r) => SpectralLapack.Qr(n, matrix, r, problem.Work));
    }

    private static Workload Eigh(float[] a, int n)
    {
        var problem = new LapackProblem<float>(a, n, results: n, work: SpectralLapack.WorkOf(n));
        return problem.OfResults(n, (matrix, _, values) => SpectralLapack.Eigh(n, matrix, values, problem.Work));
    }

    private static Workload Svd(float[] a, int n)
    {
        var problem = new LapackProblem<float>(a, n, results: n + 2 * n * n, work: SpectralLapack.WorkOf(n));
        return problem.OfResults(n, (matrix, _, values) => SpectralLapack.Svd(n, matrix, values, values + n, values + n + n * n, problem.Work));
    }

    private static Workload Eig(float[] a, int n)
    {
        var problem = new LapackProblem<float>(a, n, results: 2 * n + n * n, work: SpectralLapack.WorkOf(n));
        return problem.OfResults(2 * n, (matrix, _, values) => SpectralLapack.Eig(n, matrix, values, values + 2 * n, problem.Work));
    }
}
