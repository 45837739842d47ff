using Tangent.Tests.Accuracy;
using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

/// <summary>Residuals of solutions, and known values; factorisations are measured by <see cref="AccuracyTests"/>.</summary>
public class BackwardErrorTests
{
    [Theory]
    [InlineData(5), InlineData(64), InlineData(65), InlineData(200), InlineData(300)]
    public void ASolutionHasASmallResidual(int n)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
            foreach (int columns in new[] { 1, 7, n })
            {
                NDArray a = AccuracyMatrices.Make("random", n, dtype, 3), b = AccuracyMatrices.Make("random", Math.Max(n, columns), dtype, 4)[..n, ..columns];
                NDArray x = Mx.Linalg.Solve(a, b);
                Near(b, Mx.MatMul(a, x), n, "solve", Size(a) * Size(x));
                NDArray t = Mx.Tril(a) + AccuracyMatrices.Identity(n, dtype) * n, y = Mx.Linalg.SolveTriangular(t, b);
                Near(b, Mx.MatMul(t, y), n, "lower", Size(t) * Size(y));
                y = Mx.Linalg.SolveTriangular(AccuracyMatrices.Adjoint(t), b, upper: true);
                Near(b, Mx.MatMul(AccuracyMatrices.Adjoint(t), y), n, "upper", Size(t) * Size(y));
            }
    }

    [Theory]
    [InlineData(1), InlineData(9), InlineData(17), InlineData(33), InlineData(63), InlineData(64), InlineData(65), InlineData(127), InlineData(130), InlineData(200), InlineData(300)]
    public void ACholeskyFactorGivesItsMatrixBack(int n)
    {
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Complex64 })
        {
            NDArray a = AccuracyMatrices.Make("random", n, dtype, 3), positive = Mx.MatMul(a, AccuracyMatrices.Adjoint(a)) + AccuracyMatrices.Identity(n, dtype);
            NDArray l = Mx.Linalg.Cholesky(positive), u = Mx.Linalg.Cholesky(positive, upper: true);
            Near(positive, Mx.MatMul(l, AccuracyMatrices.Adjoint(l)), n, "lower", Size(positive));
            Near(positive, Mx.MatMul(AccuracyMatrices.Adjoint(u), u), n, "upper", Size(positive));
            Assert.True(Mx.All(Mx.Equal(l, Mx.Tril(l))).Item<bool>());
            Assert.True(Mx.All(Mx.Equal(u, Mx.Triu(u))).Item<bool>());
        }
    }

    [Theory]
    [InlineData(DType.Float32), InlineData(DType.Float64), InlineData(DType.Complex64)]
    public void TheBitsDoNotDependOnThreads(DType dtype)
    {
        NDArray a = AccuracyMatrices.Make("random", 400, dtype, 5);
        NDArray hermitian = a + AccuracyMatrices.Adjoint(a), positive = Mx.MatMul(a, AccuracyMatrices.Adjoint(a)) + AccuracyMatrices.Identity(400, dtype);
        int before = Mx.GetThreads();
        byte[][] Run(int threads)
        {
            Mx.SetThreads(threads);
            NDArray[] results =
            [
                Mx.Linalg.Inv(a), Mx.Linalg.Cholesky(positive), .. Mx.Linalg.Svd(a, true), Mx.Linalg.Svd(Mx.Reshape(a, (400, 20, 20)), false)[0],
                Mx.Linalg.Eigh(hermitian).W, Mx.Linalg.Eigh(hermitian).V, .. dtype == DType.Float64 ? (NDArray[])[] : [Mx.Linalg.Eig(a).W, Mx.Linalg.Eig(a).V],
            ];
            return [.. results.Select(result => Mx.View(result, DType.UInt8).ToArray<byte>())];
        }
        try
        {
            byte[][] one = Run(1);
            Assert.Equal(one, Run(2));
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
        // Up to the norms at which a matrix is halved once more, and beyond.
        foreach (double angle in (double[])[0.1, 5.3, 5.4, 10.7, 21.4, 42.9, 100.5])
        {
            double[] turned = Mx.Linalg.Expm(a * angle).ToArray<double>();
            Assert.Equal(Math.Cos(angle), turned[0], 1e-12);
            Assert.Equal(Math.Sin(angle), turned[1], 1e-12);
        }
        Assert.Equal([1, 2], Mx.Linalg.MatrixRank(Mx.Array(new double[,,] { { { 1, 2 }, { 2, 4 } }, { { 1, 2 }, { 2, 3 } } })).ToArray<int>());
        Assert.Equal([1, 0, 0, 1], Mx.Linalg.MatrixPower(a, 0).ToArray<double>());
        Assert.Equal(10, Mx.Linalg.Cond(Mx.Diag(Mx.Array(new double[] { 5, 0.5 }))).Item<double>(), 1e-12);
        (NDArray x, NDArray residuals, NDArray rank, _) = Mx.Linalg.LstSq(Mx.Array(new double[,] { { 0, 1 }, { 1, 1 }, { 2, 1 }, { 3, 1 } }), Mx.Array(new double[] { -1, 0.2, 0.9, 2.1 }));
        Assert.Equal([1, -0.95], x.ToArray<double>().Select(value => Math.Round(value, 12)));
        Assert.Equal(0.05, residuals.Item<double>(), 1e-12);
        Assert.Equal(2, rank.Item<int>());
        Assert.Equal(new uint[] { 1, 1 }, Mx.Linalg.LuFactor(Mx.Array(new float[,] { { 1, 2 }, { 3, 4 } })).Pivots.ToArray<uint>());
    }

    private static double Size(NDArray x) => Mx.AsType(Mx.Linalg.Norm(x), DType.Float64).Item<double>();

    private static void Near(NDArray expected, NDArray actual, int n, string what, double? scale = null)
    {
        double epsilon = expected.DType == DType.Float64 ? 2.2e-16 : 1.2e-7;
        double error = Size(expected - actual) / (scale ?? Size(expected));
        Assert.True(error <= 4 * Math.Max(n, 4) * epsilon, $"{what}, {expected.DType} {n}: {error / epsilon / n:F1} n·ε");
    }
}
