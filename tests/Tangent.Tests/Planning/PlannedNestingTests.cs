using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Transforms inside transforms on arrays that need a plan, evaluated in between: no open trace loses its graph.</summary>
public class PlannedNestingTests
{
    private const int Count = 5_000;

    private static readonly double[] Numbers = [.. Enumerable.Range(0, Count).Select(i => 1 + (i * 1e-4))];

    private static NDArray X => Mx.Array(Numbers).Eval();

    public static TheoryData<bool, bool> Modes => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory, MemberData(nameof(Modes))]
    public void TheInnerDerivativeClosesOverTheOuterInputAndIsRead(bool outerReverse, bool innerReverse)
    {
        NDArray result = Slope(outerReverse)(
            x =>
            {
                NDArray y = x * x;
                NDArray g = Slope(innerReverse)(z => z * y, Mx.Ones(Count, DType.Float64));
                AssertClose(v => v * v, g);
                return g * x;
            },
            X);
        AssertClose(v => 3 * v * v, result);
    }

    [Theory, MemberData(nameof(Modes))]
    public void EveryIntermediateIsReadAndTheSecondDerivativeStands(bool outerReverse, bool innerReverse)
    {
        NDArray result = Slope(outerReverse)(x => Slope(innerReverse)(Cube, x), X);
        AssertClose(v => 6 * v, result);

        static NDArray Cube(NDArray z)
        {
            NDArray square = (z * z).Eval();
            NDArray cube = square * z;
            Mx.Eval(cube, Mx.Sum(cube) + square);
            return cube;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ATemporaryThatWasFusedAwayIsThereForTheDerivative(bool reverse)
    {
        NDArray result = Slope(reverse)(x =>
        {
            NDArray y = Mx.Exp(Mx.Sin(x) * 2) + 1;
            Assert.Equal(Math.Exp(2 * Math.Sin(Numbers[3])) + 1, y[3].Item<double>(), 12);
            return y;
        }, X);
        AssertClose(v => 2 * Math.Cos(v) * Math.Exp(2 * Math.Sin(v)), result);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UpdatesInPlaceInsideADerivative(bool reverse)
    {
        NDArray result = Slope(reverse)(x =>
        {
            NDArray y = x * x;
            y[..100] = y[100..200];
            NDArray before = (+y).Eval();
            y[0] = 5;
            return y.Eval() + before;
        }, X);
        // In reverse the cotangents of ones: what reads an element twice adds up there.
        double[] expected = [.. Numbers.Select((v, i) => reverse ? 4 * v * (i < 100 ? 0 : i < 200 ? 2 : 1) : 4 * Numbers[i < 100 ? i + 100 : i])];
        int once = reverse ? 100 : 0;
        expected[once] -= 2 * Numbers[100];
        Assert.Equal(expected, result.ToArray<double>(), Near);
    }

    [Fact]
    public void AMapOfADerivativeReadsOnlyOutsideOfIt()
    {
        NDArray rows = Mx.Reshape(X, (50, 100));
        NDArray result = Mx.Vmap(v => [Slope(true)(z => Mx.Sin(z) * z, v[0])])([rows])[0];
        AssertClose(v => (Math.Cos(v) * v) + Math.Sin(v), result.Reshape(-1));
    }

    private static Func<Func<NDArray, NDArray>, NDArray, NDArray> Slope(bool reverse) => reverse
        ? (f, x) => Mx.Vjp(v => [f(v[0])], [x], [Mx.Ones(x.Shape, x.DType)]).Cotangents[0]
        : (f, x) => Mx.Jvp(v => [f(v[0])], [x], [Mx.Ones(x.Shape, x.DType)]).Tangents[0];

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-11 * Math.Max(1, Math.Abs(expected));

    private static void AssertClose(Func<double, double> f, NDArray y) => Assert.Equal(Numbers.Select(f), y.ToArray<double>(), Near);
}
