using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

/// <summary>Backward errors against n·ε, over matrices of every kind.</summary>
public class BackwardErrorTests
{
    private const int Examples = 5;

    public static TheoryData<string, int, DType> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, DType>();
            foreach (string kind in new[] { "random", "graded", "rank-deficient", "repeated", "badly scaled" })
                foreach (int n in new[] { 2, 5, 33, 150 })
                    foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
                        cases.Add(kind, n, dtype);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void EveryFactorisationGivesTheMatrixBack(string kind, int n, DType dtype)
    {
        for (int seed = 0; seed < (n > 100 ? 1 : Examples); seed++)
        {
            NDArray a = Matrix(kind, n, dtype, seed);
            (NDArray q, NDArray r) = Mx.Linalg.Qr(a);
            Near(a, Mx.MatMul(q, r), n, $"{kind} qr");
            Near(Identity(n, dtype), Mx.MatMul(Adjoint(q), q), n, $"{kind} qᴴ·q");
            (NDArray p, NDArray l, NDArray u) = Mx.Linalg.Lu(a);
            Near(a, Mx.MatMul(Mx.TakeAlongAxis(l, Mx.ExpandDims(p, -1), -2), u), n, $"{kind} lu");
            (NDArray left, NDArray s, NDArray right) = Mx.Linalg.Svd(a);
            Near(a, Mx.MatMul(left * s, right), n, $"{kind} svd");
            Near(Identity(n, dtype), Mx.MatMul(Adjoint(left), left), n, $"{kind} uᴴ·u");
            Near(Identity(n, dtype), Mx.MatMul(right, Adjoint(right)), n, $"{kind} vᴴ·v");
            NDArray h = (a + Adjoint(a)) * 0.5;
            (NDArray w, NDArray v) = Mx.Linalg.Eigh(h);
            Near(h, Mx.MatMul(v * w, Adjoint(v)), n, $"{kind} eigh");
            Near(Identity(n, dtype), Mx.MatMul(Adjoint(v), v), n, $"{kind} vᴴ·v of eigh");
            NDArray b = Mx.MatMul(a, Adjoint(a)), positive = b + Mx.Max(Mx.Abs(b)) * Identity(n, dtype) * 0.01;
            NDArray c = Mx.Linalg.Cholesky(positive);
            Near(positive, Mx.MatMul(c, Adjoint(c)), n, $"{kind} cholesky");
            if (dtype == DType.Float64)
                continue;
            (NDArray values, NDArray vectors) = Mx.Linalg.Eig(a);
            Near(Mx.MatMul(Mx.AsType(a, DType.Complex64), vectors), vectors * values, n, $"{kind} eig", Size(a));
        }
    }

    [Theory]
    [InlineData(5), InlineData(64), InlineData(65), InlineData(200), InlineData(300)]
    public void ASolutionHasASmallResidual(int n)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
            foreach (int columns in new[] { 1, 7, n })
            {
                NDArray a = Matrix("random", n, dtype, 3), b = Matrix("random", Math.Max(n, columns), dtype, 4)[..n, ..columns];
                NDArray x = Mx.Linalg.Solve(a, b);
                Near(b, Mx.MatMul(a, x), n, "solve", Size(a) * Size(x));
                NDArray t = Mx.Tril(a) + Identity(n, dtype) * n, y = Mx.Linalg.SolveTriangular(t, b);
                Near(b, Mx.MatMul(t, y), n, "lower", Size(t) * Size(y));
                y = Mx.Linalg.SolveTriangular(Adjoint(t), b, upper: true);
                Near(b, Mx.MatMul(Adjoint(t), y), n, "upper", Size(t) * Size(y));
            }
    }

    [Fact]
    public void TheBitsDoNotDependOnThreads()
    {
        NDArray a = Matrix("random", 300, DType.Float32, 5), positive = Mx.MatMul(a, Adjoint(a)) + Identity(300, DType.Float32);
        int before = Mx.GetThreads();
        float[] Run(int threads)
        {
            Mx.SetThreads(threads);
            return [.. Mx.Linalg.Inv(a).ToArray<float>(), .. Mx.Linalg.Cholesky(positive).ToArray<float>(), .. Mx.Linalg.Svd(Mx.Reshape(a, (100, 30, 30))).S.ToArray<float>()];
        }
        try
        {
            float[] one = Run(1);
            Assert.Equal(one, Run(4));
        }
        finally
        {
            Mx.SetThreads(before);
        }
    }

    [Fact]
    public void KnownValuesComeOut()
    {
        NDArray a = Mx.Array(new double[,] { { 0, 1 }, { -1, 0 } });
        double[] turned = Mx.Linalg.Expm(a * 100.5).ToArray<double>();
        Assert.Equal(Math.Cos(100.5), turned[0], 1e-12);
        Assert.Equal(Math.Sin(100.5), turned[1], 1e-12);
        Assert.Equal([1, 2], Mx.Linalg.MatrixRank(Mx.Array(new double[,,] { { { 1, 2 }, { 2, 4 } }, { { 1, 2 }, { 2, 3 } } })).ToArray<int>());
        Assert.Equal([1, 0, 0, 1], Mx.Linalg.MatrixPower(a, 0).ToArray<double>());
        Assert.Equal(10, Mx.Linalg.Cond(Mx.Diag(Mx.Array(new double[] { 5, 0.5 }))).Item<double>(), 1e-12);
        (NDArray x, NDArray residuals, NDArray rank, _) = Mx.Linalg.LstSq(Mx.Array(new double[,] { { 0, 1 }, { 1, 1 }, { 2, 1 }, { 3, 1 } }), Mx.Array(new double[] { -1, 0.2, 0.9, 2.1 }));
        Assert.Equal([1, -0.95], x.ToArray<double>().Select(value => Math.Round(value, 12)));
        Assert.Equal(0.05, residuals.Item<double>(), 1e-12);
        Assert.Equal(2, rank.Item<int>());
        Assert.Equal(new uint[] { 1, 1 }, Mx.Linalg.LuFactor(Mx.Array(new float[,] { { 1, 2 }, { 3, 4 } })).Pivots.ToArray<uint>());
    }

    private static NDArray Matrix(string kind, int n, DType dtype, int seed)
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

    private static NDArray Identity(int n, DType dtype) => Mx.Eye(n, n, 0, dtype);

    private static NDArray Adjoint(NDArray x) => Mx.Conjugate(Mx.SwapAxes(x, -1, -2));

    private static double Size(NDArray x) => Mx.AsType(Mx.Linalg.Norm(x), DType.Float64).Item<double>();

    private static void Near(NDArray expected, NDArray actual, int n, string what, double? scale = null)
    {
        double epsilon = expected.DType == DType.Float64 ? 2.2e-16 : 1.2e-7;
        double error = Size(expected - actual) / (scale ?? Size(expected));
        Assert.True(error <= 4 * Math.Max(n, 4) * epsilon, $"{what}, {expected.DType} {n}: {error / epsilon / n:F1} n·ε");
    }
}
