using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

/// <summary>Where matrices are singular or values coincide, and where nothing can be said.</summary>
public class DegenerateCasesTests
{
    private static readonly double[,] Rotated = { { 2.0 / 3, -1.0 / 3, 2.0 / 3 }, { 2.0 / 3, 2.0 / 3, -1.0 / 3 }, { -1.0 / 3, 2.0 / 3, 2.0 / 3 } };

    private static NDArray G => Mx.Array(new double[,] { { 0.3, -1, 2 }, { 0.5, 0.7, -0.2 }, { 1, 0.1, -0.6 } });

    private static NDArray Orthogonal => Mx.Array(Rotated);

    private static NDArray WithValues(params double[] values) => Mx.MatMul(Orthogonal * Mx.Array(values), Mx.Transpose(Orthogonal));

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(5, 1, 1)]
    [InlineData(3, 2, 1)]
    public void WhatDoesNotDependOnTheChoiceOfSingularVectorsHasARightGradient(double first, double second, double third)
    {
        NDArray a = Mx.MatMul(WithValues(first, second, third), Orthogonal);
        Close(2 * a, Mx.Grad(x =>
        {
            (NDArray u, NDArray s, NDArray vt) = Mx.Linalg.Svd(x);
            return Mx.Sum(Mx.Square(Mx.MatMul(u * s, vt)));
        })(a));
        LikeSlopes(a, x =>
        {
            (NDArray u, _, NDArray vt) = Mx.Linalg.Svd(x);
            return Mx.Sum(G * Mx.MatMul(u, vt));
        });
    }

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(-3, 1, 1)]
    public void WhatDoesNotDependOnTheChoiceOfEigenvectorsHasARightGradient(double first, double second, double third)
    {
        NDArray a = WithValues(first, second, third);
        Close(2 * a, Mx.Grad(x =>
        {
            (NDArray w, NDArray v) = Mx.Linalg.Eigh(x);
            return Mx.Sum(Mx.Square(Mx.MatMul(v * w, Mx.Transpose(v))));
        })(a));
        LikeSlopes(a, x =>
        {
            NDArray v = Mx.Linalg.Eigh((x + Mx.Transpose(x)) * 0.5).V[.., ..1];
            return Mx.Sum(G * Mx.MatMul(v, Mx.Transpose(v)));
        });
    }

    [Fact]
    public void VectorsOfCoincidingValuesHaveNoDerivative()
    {
        NDArray identity = Mx.Eye(3, 3, 0, DType.Float64);
        Assert.Contains(Mx.Grad(x => Mx.Sum(G * Mx.Linalg.Eigh(x).V))(identity).ToArray<double>(), double.IsNaN);
        Assert.Contains(Mx.Grad(x => Mx.Sum(G * Mx.Linalg.Svd(x).U))(identity).ToArray<double>(), double.IsNaN);
    }

    // The true gradient is G, which the cotangents of the parts do not tell.
    [Fact]
    public void WhatWeighsVectorsOfCoincidingValuesByThemIsNotANumberAndNeverWrong()
    {
        NDArray a = WithValues(2, 2, 1);
        double[] svd = Mx.Grad(x => { (NDArray u, NDArray s, NDArray vt) = Mx.Linalg.Svd(x); return Mx.Sum(G * Mx.MatMul(u * s[Mx.NewAxis], vt)); })(a).ToArray<double>();
        Assert.Contains(svd, double.IsNaN);
        double[] eigh = Mx.Grad(x => { (NDArray w, NDArray v) = Mx.Linalg.Eigh(x); return Mx.Sum(G * Mx.MatMul(v * w[Mx.NewAxis], Mx.Transpose(v))); })(Mx.Eye(3, 3, 0, DType.Float64)).ToArray<double>();
        Assert.Contains(eigh, double.IsNaN);
    }

    [Fact]
    public void CoincidingValuesThemselvesHaveDerivatives()
    {
        NDArray identity = Mx.Eye(3, 3, 0, DType.Float64);
        Close(identity, Mx.Grad(x => Mx.Sum(Mx.Linalg.EigValsh(x)))(identity));
        Close(identity, Mx.Grad(x => Mx.Sum(Mx.Linalg.SingularValues(x)))(identity));
        Close(identity, Mx.Grad(x => Mx.Sum(Mx.Linalg.Svd(x).S))(identity));
        Close(identity, Mx.Jvp(x => Mx.Linalg.Eigh(x).W, identity, identity).Tangents * identity);
    }

    [Fact]
    public void TinySingularValuesDoNotOverflowTheDifferences()
    {
        NDArray a = Mx.AsType(WithValues(3, 2, 1), DType.Float32) * 1e-25f;
        NDArray gradient = Mx.Grad(x => Mx.Sum(Mx.Square(Mx.Linalg.Svd(x).U)))(a);
        Assert.All(gradient.ToArray<float>(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void TheDeterminantOfASingularMatrixHasItsCofactorsForGradient()
    {
        NDArray a = Mx.Array(new double[,] { { 1, 2, 3, 4 }, { 2, 4, 6, 8 }, { 1, 0, 1, 0 }, { 0, 1, 0, 3 } });
        Close(Cofactors(a), Mx.Grad(Mx.Linalg.Det)(a));
        NDArray twice = Mx.Array(new double[,] { { 1, 2, 3, 4 }, { 2, 4, 6, 8 }, { 3, 6, 9, 12 }, { 0, 1, 0, 3 } });
        Close(Cofactors(twice), Mx.Grad(Mx.Linalg.Det)(twice));
        Close(Mx.Zeros((4, 4), DType.Float64), Mx.Grad(Mx.Linalg.Det)(Mx.Zeros((4, 4), DType.Float64)));
        Close(Cofactors(a[..3, ..3]), Mx.Grad(Mx.Linalg.Det)(a[..3, ..3]));
    }

    [Fact]
    public void ASingularMatrixOfABatchGivesNaNAndLeavesTheOthersAlone()
    {
        NDArray a = Mx.Array(new double[,,] { { { 1, 2 }, { 2, 4 } }, { { 2, 0 }, { 0, 4 } } });
        double[] inverse = Mx.Linalg.Inv(a).ToArray<double>();
        Assert.All(inverse[..4], value => Assert.True(double.IsNaN(value)));
        Assert.Equal([0.5, 0, 0, 0.25], inverse[4..]);
        double[] solution = Mx.Linalg.Solve(a, Mx.Array(new double[] { 1, 2 })).ToArray<double>();
        Assert.All(solution[..2], value => Assert.True(double.IsNaN(value)));
        Assert.Equal([0.5, 0.5], solution[2..]);
        Assert.Equal([0, 8], Mx.Linalg.Det(a).ToArray<double>());
        Assert.Equal(double.NegativeInfinity, Mx.Linalg.SlogDet(a).LogAbsDet.ToArray<double>()[0]);
    }

    [Fact]
    public void WhatIsNotPositiveDefiniteHasNoCholeskyFactor()
    {
        NDArray a = Mx.Array(new double[,,] { { { 1, 2 }, { 2, 1 } }, { { 4, 2 }, { 2, 5 } } });
        double[] factor = Mx.Linalg.Cholesky(a).ToArray<double>();
        Assert.All(factor[..4], value => Assert.True(double.IsNaN(value)));
        Assert.Equal([2, 0, 1, 2], factor[4..]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhatIsNotFiniteGivesNaNAndEnds(double bad)
    {
        double[] values = [1, bad, 2, bad, 3, 1, 2, 1, 5];
        NDArray a = Mx.Reshape(Mx.Array(values), (3, 3));
        foreach (NDArray result in new[]
        {
            Mx.Linalg.Svd(a).U, Mx.Linalg.Svd(a).S, Mx.Linalg.SingularValues(a), Mx.Linalg.Eigh(a).W, Mx.Linalg.Eigh(a).V, Mx.Linalg.EigValsh(a),
            Mx.Linalg.Expm(a), Mx.Linalg.PInv(a), Mx.Linalg.Cholesky(a), Mx.Real(Mx.Linalg.EigVals(Mx.AsType(a, DType.Float32))),
        })
            Assert.All(Mx.AsType(result, DType.Float64).ToArray<double>(), value => Assert.True(double.IsNaN(value)));
        Assert.Contains(Mx.Linalg.Inv(a).ToArray<double>(), double.IsNaN);
        Assert.Contains(Mx.Linalg.Qr(a).R.ToArray<double>(), double.IsNaN);
    }

    [Fact]
    public void ADefectiveMatrixEnds()
    {
        NDArray jordan = Mx.Array(new float[,] { { 2, 1, 0 }, { 0, 2, 1 }, { 0, 0, 2 } });
        Complex64[] values = Mx.Linalg.EigVals(jordan).ToArray<Complex64>();
        Assert.All(values, value => Assert.Equal(2, value.Real, 1e-4));
        NDArray cyclic = Mx.Array(new float[,] { { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 }, { 1, 0, 0, 0 } });
        Assert.All(Mx.Abs(Mx.Linalg.EigVals(cyclic)).ToArray<float>(), size => Assert.Equal(1, size, 1e-6f));
        Assert.All(Mx.Abs(Mx.Linalg.EigVals(Mx.Zeros((3, 3)))).ToArray<float>(), size => Assert.Equal(0, size));
    }

    [Fact]
    public void CompleteFactorsHaveNoDerivativeAndSaySo()
    {
        NDArray a = Mx.Ones((3, 2), DType.Float64);
        Assert.Contains("Qr", Assert.Throws<MissingRuleException>(() => Mx.Grad(x => Mx.Sum(Mx.Linalg.Qr(x, true).Q))(a)).Message, StringComparison.Ordinal);
        Assert.Contains("Svd", Assert.Throws<MissingRuleException>(() => Mx.Grad(x => Mx.Sum(Mx.Linalg.Svd(x).U))(a)).Message, StringComparison.Ordinal);
        Assert.Throws<MissingRuleException>(() => Mx.Jvp(x => Mx.Linalg.Svd(x).Vt, a, a).Tangents.Eval());
    }

    [Fact]
    public void TheNormAtZeroHasDerivativeZero()
    {
        NDArray zero = Mx.Zeros(3, DType.Float64);
        foreach (double order in new double[] { 1, 2, 3, double.PositiveInfinity })
            Close(zero, Mx.Grad(x => Mx.Linalg.Norm(x, order))(zero));
        Close(zero, Mx.Grad(x => Mx.Linalg.Norm(x))(zero));
    }

    [Fact]
    public void SixteenBitFloatsAndOtherShapesAreRefusedByName()
    {
        Assert.Contains("Linalg.Inv", Assert.Throws<ArgumentException>(() => Mx.Linalg.Inv(Mx.Zeros((2, 2), DType.Float16))).Message, StringComparison.Ordinal);
        Assert.Contains("[2,3]", Assert.Throws<ArgumentException>(() => Mx.Linalg.Cholesky(Mx.Zeros((2, 3)))).Message, StringComparison.Ordinal);
        Assert.Contains("Linalg.Qr", Assert.Throws<ArgumentException>(() => Mx.Linalg.Qr(Mx.Zeros(3))).Message, StringComparison.Ordinal);
        Assert.Contains("[2]", Assert.Throws<ArgumentException>(() => Mx.Linalg.Solve(Mx.Zeros((3, 3)), Mx.Zeros(2))).Message, StringComparison.Ordinal);
        Assert.Contains("float64", Assert.Throws<ArgumentException>(() => Mx.Linalg.Eig(Mx.Zeros((3, 3), DType.Float64))).Message, StringComparison.Ordinal);
        Assert.Equal(DType.Float32, Mx.Linalg.Inv(Mx.Array(new[,] { { 2, 0 }, { 0, 4 } })).DType);
    }

    [Fact]
    public void OneTriangleIsRead()
    {
        NDArray a = WithValues(1, 2, 4);
        Close(Mx.Linalg.Cholesky(a), Mx.Linalg.Cholesky(Mx.Tril(a)));
        Close(Mx.Linalg.Cholesky(a, true), Mx.Linalg.Cholesky(Mx.Triu(a), true));
        Close(Mx.Linalg.EigValsh(a), Mx.Linalg.EigValsh(Mx.Tril(a)));
        Close(Mx.Linalg.EigValsh(a), Mx.Linalg.EigValsh(Mx.Triu(a), "U"));
    }

    // A direction out of the Hermitian matrices is none that the function has: its Hermitian part counts, and gradients are Hermitian.
    [Theory]
    [InlineData(false), InlineData(true)]
    public void OfATangentOfAHermitianMatrixItsHermitianPartCounts(bool isComplex)
    {
        NDArray a = WithValues(1, 2, 4), direction = G;
        if (isComplex)
        {
            var i = new System.Numerics.Complex(0, 1);
            (a, direction) = (Mx.AsType(a, DType.Complex64) + i * (0.1 * (G - Mx.Transpose(G))), Mx.AsType(G, DType.Complex64) * (1 + i));
        }
        NDArray part = (direction + Mx.Conjugate(Mx.Transpose(direction))) * 0.5;
        foreach (Func<NDArray, NDArray> f in (Func<NDArray, NDArray>[])
            [v => Mx.Linalg.Cholesky(v), v => Mx.Linalg.Cholesky(v, true), v => Mx.Linalg.EigValsh(v), v => Mx.Linalg.EigValsh(v, "U"), v => Mx.Abs(Mx.Linalg.Eigh(v).V)])
        {
            NDArray all = Mx.Jvp(f, a, direction).Tangents, half = Mx.Jvp(f, a, part).Tangents;
            Assert.True(Mx.AllClose(half, all, 1e-5, isComplex ? 1e-5 : 1e-12).Item<bool>());
            NDArray gradient = Mx.Grad(v => Mx.Sum(Mx.Cos(Mx.Abs(f(v)))))(a);
            Assert.True(Mx.AllClose(gradient, Mx.Conjugate(Mx.Transpose(gradient)), 1e-4, isComplex ? 1e-5 : 1e-12).Item<bool>());
        }
    }

    [Fact]
    public void MatricesWithoutRowsHaveResults()
    {
        NDArray none = Mx.Zeros((0, 0));
        Assert.Equal(1, Mx.Linalg.Det(none).Item<float>());
        Assert.Equal((Shape)(0, 0), Mx.Linalg.Inv(none).Eval().Shape);
        Assert.Equal((Shape)(0, 0), Mx.Linalg.Cholesky(none).Eval().Shape);
        Assert.Equal((Shape)0, Mx.Linalg.SingularValues(none).Eval().Shape);
        Assert.Equal((Shape)(3, 0), Mx.Linalg.PInv(Mx.Zeros((0, 3))).Eval().Shape);
        Assert.Equal((Shape)(3, 3), Mx.Linalg.Svd(Mx.Zeros((0, 3))).Vt.Eval().Shape);
    }

    // The gradient along G against central differences.
    private static void LikeSlopes(NDArray a, Func<NDArray, NDArray> f)
    {
        NDArray direction = Mx.Transpose(G) + 0.3;
        double expected = (f(a + direction * 1e-5).Item<double>() - f(a - direction * 1e-5).Item<double>()) / 2e-5;
        Assert.Equal(expected, Mx.Sum(Mx.Grad(f)(a) * direction).Item<double>(), 1e-7);
    }

    private static NDArray Cofactors(NDArray a)
    {
        int n = a.Shape[0];
        var result = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                int[] rows = [.. Enumerable.Range(0, n).Where(k => k != i)], columns = [.. Enumerable.Range(0, n).Where(k => k != j)];
                NDArray minor = Mx.Take(Mx.Take(a, Mx.Array(rows), 0), Mx.Array(columns), 1);
                result[i * n + j] = ((i + j) % 2 == 0 ? 1 : -1) * Mx.Linalg.Det(minor).Item<double>();
            }
        return Mx.Reshape(Mx.Array(result), (n, n));
    }

    private static void Close(NDArray expected, NDArray actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.All(expected.ToArray<double>().Zip(actual.ToArray<double>()), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }
}
