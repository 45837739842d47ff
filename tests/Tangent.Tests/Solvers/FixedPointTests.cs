using Xunit;

namespace Tangent.Tests.Solvers;

public class FixedPointTests
{
    private static readonly NDArray Point = new[] { 0.3, -0.5, 0.8 };

    private static readonly NDArray Slope = Mx.Reshape(new[] { 0.2, 0.1, 0.0, -0.1, 0.3, 0.2, 0.1, 0.1, -0.2 }, (3, 3));

    // x = tanh⁻¹ of nothing: with y = x − A·x the fixed point of A(p)·x + e^p is a solution of a linear system.
    private static NDArray Matrix(NDArray p) => Slope + 0.1 * Mx.Outer(p, Mx.Sin(p));

    [Theory, InlineData(false), InlineData(true)]
    public void DerivativesAreThoseOfTheClosedForm(bool isIterative) => ClosedForm.Check(
        p => Mx.FixedPoint(x => Mx.Sqrt(Mx.MatMul(Matrix(p), x * x) + Mx.Exp(p)), Mx.Ones(3, DType.Float64), isIterative ? LinearSolver.Gmres(1e-14) : null),
        p => Mx.Sqrt(Mx.Linalg.Solve(Mx.Eye(3, dtype: DType.Float64) - Matrix(p), Mx.Exp(p))),
        Point);

    [Fact]
    public void WhereThereIsNoneItIsNaN()
    {
        NDArray one = Mx.AsType(1.0, DType.Float64);
        Assert.Equal(double.NaN, Mx.FixedPoint(x => 2 * x, one).Item<double>());
        Assert.Equal(double.NaN, Mx.FixedPoint(x => -x, one).Item<double>());
        Assert.Equal(double.NaN, Mx.FixedPoint(x => x / 2 + 1, one, maxIterations: 5).Item<double>());
        Assert.Equal(double.NaN, Mx.FixedPoint(x => x * double.NaN, one).Item<double>());
        Assert.Equal(0.0, Mx.FixedPoint(x => x / 2, one).Item<double>(), 12);
        NDArray some = Mx.Vmap((NDArray a) => Mx.FixedPoint(x => a * x + 1, one))(new[] { 0.5, 2.0 });
        Assert.Equal(2.0, some[0].Item<double>(), 14);
        Assert.Equal(double.NaN, some[1].Item<double>());
    }

    // Roundings of large terms are larger than those of x.
    [Fact]
    public void ItStopsWhereRoundingDoesNotLetItGoOn()
    {
        NDArray x = Mx.FixedPoint(v => 0.3 * Mx.Cos(v) + (v * 1e3 + 1e3) - 1e3 * (v + 1), new[] { 0.1, 0.2, 0.3 });
        Assert.All((x - 0.3 * Mx.Cos(x)).ToArray<double>(), value => Assert.Equal(0.0, value, 1e-11));
    }

    [Fact]
    public void StepsStopWhereTheyAreToldTo()
    {
        NDArray x = Mx.FixedPoint(v => v / 2 + 1, Mx.AsType(1.0, DType.Float64), tolerance: 1e-3);
        Assert.InRange(Math.Abs(x.Item<double>() - 2), 1e-5, 4e-3);
        Assert.Equal(1.0f, Mx.FixedPoint(v => v / 2 + 0.5, 3.0).Item<float>(), 5);
    }

    [Fact]
    public void Trees()
    {
        NDArray a = Mx.AsType(0.5, DType.Float64);
        Func<NDArray, (NDArray X, NDArray Y)> f = s => Mx.FixedPoint(v => (s * v.Item2 + 1, s * v.Item1), (a * 0.0, a * 0.0));
        // x = 1/(1 − s²), y = s/(1 − s²)
        Assert.Equal(4.0 / 3, f(a).X.Item<double>(), 12);
        Assert.Equal(2.0 / 3, f(a).Y.Item<double>(), 12);
        Assert.Equal(1.25 / 0.5625, Mx.Grad(s => f(s).Y)(a).Item<double>(), 11);
    }

    [Fact]
    public void WhatIsRefused()
    {
        Assert.Contains("FixedPoint: the function gives float64[2] for the float64[3] of init", Assert.Throws<ArgumentException>(() => Mx.FixedPoint(x => x[1..], Point)).Message, StringComparison.Ordinal);
        Assert.Contains("FixedPoint: maxIterations must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.FixedPoint(x => x, Point, maxIterations: 0)).Message, StringComparison.Ordinal);
    }
}
