namespace Tangent.Tests.Networks;

using Tangent.Optimizers;
using Xunit;

/// <summary>Least squares find what made the data, with few unknowns and with many.</summary>
public class LeastSquaresTests
{
    public static TheoryData<string> Names => ["GaussNewton", "LevenbergMarquardt"];

    [Theory, MemberData(nameof(Names))]
    public void ARecordIsRecoveredFromWhatItMade(string name)
    {
        NDArray t = Mx.Linspace(0, 3, 60, DType.Float64);
        foreach (bool hasOffset in new[] { false, true })
        {
            Oscillation truth = Model(2, 0.7, 1.1, hasOffset ? 0.3 : null), start = Model(1.5, 0.5, 1, hasOffset ? 0 : null);
            NDArray measured = truth.At(t).Eval();
            MinimizerState<Oscillation> found = Make(name).Minimize((Oscillation o) => o.At(t) - measured, start);
            Assert.Equal(MinimizerStatus.Converged, found.Status);
            Assert.True(found.Value < 1e-15, $"{found}");
            Assert.True(Mx.AllClose(found.Point.Rates, truth.Rates, 0, 1e-7).Item<bool>(), $"{found}");
            Assert.Equal(hasOffset, found.Point.Offset is not null);
            Assert.Equal(3, found.Point.Frequency);
        }

        static Oscillation Model(double height, double decay, double pitch, double? offset) => new(
            Mx.Full(Shape.Scalar, height, DType.Float64), Mx.Array([decay, pitch], DType.Float64), offset is { } number ? Mx.Full(Shape.Scalar, number, DType.Float64) : null, 3);
    }

    [Theory, MemberData(nameof(Names))]
    public void Rosenbrock(string name)
    {
        // Above 256 unknowns the Jacobian is not made.
        foreach (int n in new[] { 2, 300 })
        {
            MinimizerState<NDArray> found = Make(name).Minimize(Problems.RosenbrockResiduals, Mx.Full(n, 0.5, DType.Float64));
            Assert.Equal(MinimizerStatus.Converged, found.Status);
            Assert.True(found.Value < 1e-12, $"{n}: {found.Value}, {found.Steps}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void ALinearProblemTakesAStepOrFew(string name)
    {
        // Rows of very different sizes: JᵀJ alone would lose half of the digits.
        NDArray a = Mx.Random.Normal((40, 6), key: Mx.Random.Key(1)).AsType(DType.Float64) * Mx.Array([1e4, 1, 1e-4, 10, 1, 1e-2], DType.Float64), truth = Mx.Arange(1, 7, dtype: DType.Float64);
        NDArray b = Mx.MatMul(a, truth).Eval();
        MinimizerState<NDArray> found = Make(name, tolerance: 1e-16).Minimize(x => Mx.MatMul(a, x) - b, Mx.Zeros(6, DType.Float64));
        Assert.True(Mx.AllClose(found.Point, truth, 0, 1e-4).Item<bool>(), $"{found}");
        Assert.InRange(found.Steps, 1, 20);
    }

    [Theory, MemberData(nameof(Names))]
    public void WhatDoesNotCountStays(string name)
    {
        MinimizerState<(NDArray, NDArray)> found = Make(name).Minimize(x => Mx.Square(x.Item1) - 4, (Mx.Array([1f]), Mx.Array([7f])));
        Assert.Equal(2f, found.Point.Item1[0].Item<float>(), 1e-4f);
        Assert.Equal(7f, found.Point.Item2[0].Item<float>());
    }

    [Fact]
    public void ResidualsMayBeATree()
    {
        NDArray weight = Mx.Array([3f]);
        var found = new LevenbergMarquardt().Minimize(x => (Data: x * weight - 6, Prior: new List<NDArray> { 0 * x }), Mx.Array([0f]));
        Assert.Equal(2f, found.Point[0].Item<float>(), 1e-4f);
    }

    [Fact]
    public void AFarStartIsNoHarm()
    {
        // Gauss and Newton's first step would overshoot by far.
        NDArray t = Mx.Linspace(0, 2, 30, DType.Float64), measured = Mx.Exp(-1.3 * t).Eval();
        foreach (string name in new[] { "GaussNewton", "LevenbergMarquardt" })
        {
            MinimizerState<NDArray> found = Make(name).Minimize(x => Mx.Exp(-x[0] * t) - measured, Mx.Array([8.0], DType.Float64));
            Assert.Equal(1.3, found.Point[0].Item<double>(), 1e-6);
        }
    }

    [Fact]
    public void MistakesAreNamed()
    {
        Refusal.Names(() => new LevenbergMarquardt(damping: 0), "LevenbergMarquardt: damping");
        Refusal.Names(() => new GaussNewton(maxSteps: -1), "GaussNewton: maxSteps");
        Refusal.Names(() => new GaussNewton().Minimize(x => Mx.AsType(x, DType.Float64), Mx.Ones(2)), "GaussNewton: the residuals", "float64");
        Refusal.Names(() => new GaussNewton().Minimize(x => x, Mx.Ones(2, DType.Int32)), "GaussNewton", "int32");
    }

    private static LeastSquaresMinimizer Make(string name, double? tolerance = null) => name == "GaussNewton" ? new GaussNewton(tolerance) : new LevenbergMarquardt(tolerance: tolerance);
}
