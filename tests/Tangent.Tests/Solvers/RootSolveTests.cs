using Xunit;

namespace Tangent.Tests.Solvers;

public class RootSolveTests
{
    private static readonly NDArray Point = new[] { 0.3, -0.5, 0.8 };

    private static readonly Dictionary<string, LinearSolver?> Solvers = new()
    {
        ["as it chooses"] = null,
        ["gmres"] = LinearSolver.Gmres(1e-14),
        ["bicgstab"] = LinearSolver.BiCgStab(1e-14),
    };

    public static TheoryData<string> Names => [.. Solvers.Keys];

    private static readonly NDArray Base = Mx.Reshape(new[] { 4.0, 1.0, 0.5, 0.3, 5.0, -0.5, 0.9, -0.5, 6.0 }, (3, 3));

    // x with A(p)·x³ = e^p, so x is the cube root of a solution.
    private static NDArray Matrix(NDArray p) => Base + Mx.Outer(p, Mx.Sin(p));

    [Theory, MemberData(nameof(Names))]
    public void DerivativesAreThoseOfTheClosedForm(string name) => ClosedForm.Check(
        p => Mx.RootSolve(x => Mx.MatMul(Matrix(p), x * x * x) - Mx.Exp(p), Mx.Ones(3, DType.Float64), Solvers[name]),
        p => Mx.Power(Mx.Linalg.Solve(Matrix(p), Mx.Exp(p)), 1.0 / 3),
        Point * 0.5);

    [Fact]
    public void AScalarAndALiteralStart()
    {
        NDArray two = Mx.AsType(2.0, DType.Float64);
        Assert.Equal(Math.Sqrt(2), Mx.RootSolve(x => x * x - two, 1.0).Item<double>(), 15);
        Assert.Equal(-Math.Sqrt(2), Mx.RootSolve(x => x * x - two, -1.0).Item<double>(), 15);
        Assert.Equal(0.5 / Math.Sqrt(2), Mx.Grad(a => Mx.RootSolve(x => x * x - a, 1.0))(two).Item<double>(), 15);
        Assert.Equal(DType.Float32, Mx.RootSolve(x => x * x - 2, 1.0).DType);
        Assert.Equal(1.41421356f, Mx.RootSolve(x => x * x - 2, 1.0).Item<float>(), 6);
    }

    // Newton's own steps run away from these starts.
    [Theory, InlineData(3.0), InlineData(-20.0), InlineData(1000.0)]
    public void StepsAreHalvedWhereTheyDoNotHelp(double start) =>
        Assert.Equal(0.0, Mx.RootSolve(x => Mx.ArcTan(x), Mx.AsType(start, DType.Float64)).Item<double>(), 12);

    [Theory, InlineData(1e-100), InlineData(1e-8), InlineData(1e100)]
    public void UnitsDoNotMatter(double unit)
    {
        NDArray x = Mx.RootSolve(v => v * v - 2 * unit * unit, Mx.AsType(unit, DType.Float64));
        Assert.Equal(Math.Sqrt(2), x.Item<double>() / unit, 14);
        NDArray y = Mx.RootSolve(v => unit * (v * v - 2), Mx.AsType(1.0, DType.Float64));
        Assert.Equal(Math.Sqrt(2), y.Item<double>(), 14);
    }

    // One step of Newton's from 1 leads to 1.5, where f is a quarter.
    [Fact]
    public void ItGoesAsFarAsItsTolerance()
    {
        NDArray one = Mx.AsType(1.0, DType.Float64);
        Assert.Equal(1.5, Mx.RootSolve(x => x * x - 2, one, tolerance: 0.3).Item<double>());
        Assert.Equal(577.0 / 408, Mx.RootSolve(x => x * x - 2, one, tolerance: 1e-4).Item<double>(), 15);
        Assert.Equal(1.0, Mx.RootSolve(x => x * x - 2, one, tolerance: 1).Item<double>());
    }

    [Fact]
    public void AStartAtTheRootStays()
    {
        NDArray root = Mx.RootSolve(x => Mx.Exp(x) - Mx.Exp(Point), Point * 0.0);
        ClosedForm.Near(Point, Mx.RootSolve(x => Mx.Exp(x) - Mx.Exp(Point), root), "again");
        ClosedForm.Near(Point, Mx.RootSolve(x => x - Point, Point), "exactly");
    }

    [Fact]
    public void WhereThereIsNoneItIsNaN()
    {
        NDArray x = Mx.AsType(1.0, DType.Float64);
        Assert.Equal(double.NaN, Mx.RootSolve(v => v * v + 1, x).Item<double>());
        Assert.Equal(double.NaN, Mx.RootSolve(v => v * v - 2, x * 1e6, maxIterations: 3).Item<double>());
        Assert.Equal(double.NaN, Mx.RootSolve(v => v * 0 + 1, x).Item<double>());
        Assert.Equal(double.NaN, Mx.RootSolve(v => v / 0.0, x).Item<double>());
        Assert.Equal(double.NaN, Mx.Grad(a => Mx.RootSolve(v => v * v + a, x))(x).Item<double>());
        NDArray some = Mx.Vmap((NDArray a) => Mx.RootSolve(v => v * v - a, x))(new[] { 4.0, -4.0, 9.0 });
        Assert.Equal([2.0, double.NaN, 3.0], some.ToArray<double>());
    }

    [Fact]
    public void Trees()
    {
        Func<NDArray, (NDArray, NDArray)> f = a => Mx.RootSolve(v => (v.Item1 * v.Item1 - a, v.Item1 + v.Item2 - 3), (Mx.Ones(2, DType.Float64), Mx.Zeros(2, DType.Float64)));
        NDArray four = new[] { 4.0, 9.0 };
        ClosedForm.Near(new[] { 2.0, 3 }, f(four).Item1, "first");
        ClosedForm.Near(new[] { 1.0, 0 }, f(four).Item2, "second");
        ClosedForm.Near(new[] { -0.25, -1.0 / 6 }, Mx.Grad(a => Mx.Sum(f(a).Item2))(four), "gradient");
    }

    [Fact]
    public void WhereItStartsCarriesNoDerivative()
    {
        NDArray dx = Mx.Jvp(start => Mx.RootSolve(x => x * x - 2, start), Point + 2, Mx.Ones(3, DType.Float64)).Tangents;
        Assert.Equal([0.0, 0, 0], dx.ToArray<double>());
        Assert.Equal([0.0, 0, 0], Mx.Grad(start => Mx.Sum(Mx.RootSolve(x => x * x - 2, start)))(Point + 2).ToArray<double>());
    }

    [Fact]
    public void ManyUnknowns()
    {
        NDArray b = Mx.Sin(Mx.Arange(0.0, 500, 1, DType.Float64));
        NDArray F(NDArray v, NDArray k) { NDArray p = Mx.Pad(v, 1); return k * (2 * v - p[..^2] - p[2..]) + v + v * v * v - b; }
        NDArray k = Mx.AsType(1.0, DType.Float64), x = Mx.RootSolve(v => F(v, k), Mx.Zeros(500, DType.Float64));
        Assert.True(Mx.Max(Mx.Abs(F(x, k))).Item<double>() < 1e-12);
        NDArray slope = Mx.Grad(k => Mx.Sum(Mx.RootSolve(v => F(v, k), Mx.Zeros(500, DType.Float64))))(k);
        NDArray At(double k) => Mx.Sum(Mx.RootSolve(v => F(v, k), Mx.Zeros(500, DType.Float64)));
        Assert.Equal((At(1 + 1e-5) - At(1 - 1e-5)).Item<double>() / 2e-5, slope.Item<double>(), 1e-7);
    }

    [Fact]
    public void WhatIsRefused()
    {
        Assert.Contains("RootSolve: the function gives float64[2] for the float64[3] of init", Assert.Throws<ArgumentException>(() => Mx.RootSolve(x => x[1..], Point)).Message, StringComparison.Ordinal);
        Assert.Contains("RootSolve: init is complex64", Assert.Throws<ArgumentException>(() => Mx.RootSolve(x => x, Mx.Zeros(2, DType.Complex64))).Message, StringComparison.Ordinal);
        Assert.Contains("RootSolve: init is int32", Assert.Throws<ArgumentException>(() => Mx.RootSolve(x => x, new[] { 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("RootSolve: the tolerance must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.RootSolve(x => x, Point, tolerance: -1)).Message, StringComparison.Ordinal);
        Assert.Contains("RootSolve: maxIterations must be positive", Assert.Throws<ArgumentOutOfRangeException>(() => Mx.RootSolve(x => x, Point, maxIterations: 0)).Message, StringComparison.Ordinal);
    }
}
