namespace Tangent.Tests.Accuracy;

/// <summary>Square matrices of the kinds that decompositions are measured with.</summary>
internal static class AccuracyMatrices
{
    public static readonly DType[] DTypes = [DType.Float32, DType.Float64, DType.Complex64];

    /// <summary>Each kind, and what it is.</summary>
    public static readonly (string Name, string Meaning)[] Kinds =
    [
        ("random", "elements even in (−1, 1)"),
        ("graded", "columns fall off to 10⁻⁶"),
        ("rank-deficient", "of half the rank"),
        ("repeated", "singular values 1 and 2 alone"),
        ("badly scaled", "columns times 10⁻⁸ to 10⁷"),
    ];

    /// <summary>Sizes with their seeds: those that small algorithms do, twice, and those that blocks do, with panels and halves that are not full.</summary>
    public static IEnumerable<(int Size, int Seed)> Sizes =>
        Enumerable.Range(1, 40).Select(n => (n, 0)).Concat(Enumerable.Range(1, 22).Select(n => (n, 1))).Concat([(48, 0), (65, 0), (97, 0), (130, 0), (200, 0)]);

    public static NDArray Make(string kind, int n, DType dtype, int seed)
    {
        var random = new Random(100 * n + seed);
        var scales = new double[n];
        double[] values = [.. Enumerable.Range(0, n * n).Select(_ => random.NextDouble() * 2 - 1)];
        for (int i = 0; i < n; i++)
            scales[i] = kind switch { "graded" => Math.Pow(10, -6.0 * i / n), "badly scaled" => Math.Pow(10, random.Next(-8, 8)), _ => 1 };
        NDArray a = Mx.Reshape(Mx.Array(values), (n, n)) * Mx.Array(scales);
        if (kind == "rank-deficient")
            a = Mx.MatMul(a[.., ..Math.Max(1, n / 2)], a[..Math.Max(1, n / 2), ..]);
        if (kind == "repeated")
            a = Mx.Linalg.Qr(a).Q * Mx.Array([.. Enumerable.Range(0, n).Select(i => (double)(1 + i % 2))]);
        return dtype == DType.Complex64 ? Mx.AsType(a, dtype) + Mx.AsType(Mx.Flip(a, 0), dtype) * Mx.Array(new Complex64[] { new(0, 1) }) : Mx.AsType(a, dtype);
    }

    public static NDArray Identity(int n, DType dtype) => Mx.Eye(n, n, 0, dtype);

    public static NDArray Adjoint(NDArray x) => Mx.Conjugate(Mx.SwapAxes(x, -1, -2));
}
