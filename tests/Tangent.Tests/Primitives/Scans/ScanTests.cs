using Xunit;

namespace Tangent.Tests.Primitives.Scans;

public class ScanTests
{
    private static readonly double Infinity = double.PositiveInfinity;

    [Fact]
    public void Values()
    {
        NDArray x = Mx.Array(new[,] { { 1.0, 3, 2 }, { 4, -1, 0 } });
        Assert.Equal([1.0, 4, 6, 4, 3, 3], Mx.CumSum(x, 1).ToArray<double>());
        Assert.Equal([5.0, 2, 2, 4, -1, 0], x.CumSum(0, reverse: true).ToArray<double>());
        Assert.Equal([1.0, 3, 6, 24, -24, 0], x.CumProd().ToArray<double>());
        Assert.Equal([1.0, 1, 3, 1, 4, -4], x.CumProd(-1, inclusive: false).ToArray<double>());
        Assert.Equal([1.0, 3, 3, 4, 4, 4], x.CumMax(1).ToArray<double>());
        Assert.Equal([2.0, 2, Infinity, -1, 0, Infinity], x.CumMin(1, true, false).ToArray<double>());
        Assert.Equal(-Infinity, x.LogCumSumExp(1, inclusive: false)[0, 0].Item<double>());
    }

    [Fact]
    public void Types()
    {
        Assert.Equal(DType.Int32, Mx.CumSum(new[] { true, true }).DType);
        Assert.Equal(DType.Bool, Mx.CumProd(new[] { true, false }).DType);
        Assert.Equal([100, 200, 300], Mx.CumSum(Mx.Full(3, 100, DType.Int8), dtype: DType.Int32).ToArray<int>());
        Assert.Equal((Half)5000, Mx.CumSum(Mx.Ones(5000, DType.Float16))[^1].Item<Half>());
        Assert.Equal(Mx.LogCumSumExp(new[] { 1f, 3, 2 }).ToArray<float>(), Mx.LogCumSumExp(new[] { 1, 3, 2 }).ToArray<float>());
    }

    [Fact]
    public void NothingAccumulatesToNothing()
    {
        foreach (Func<NDArray, NDArray> scan in new Func<NDArray, NDArray>[] { x => Mx.CumSum(x, 1), x => Mx.CumProd(x, 1), x => Mx.CumMax(x, 1), x => Mx.CumMin(x, 1), x => Mx.LogCumSumExp(x, 1) })
            Assert.Equal((2, 0), scan(Mx.Zeros((2, 0))).Eval().Shape);
        Assert.Equal((0, 3), Mx.CumSum(Mx.Zeros((0, 3)), 1).Eval().Shape);
        Assert.Equal([7.0], Mx.CumSum(Mx.Array(7.0)).AsType(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void AnAxisThatIsNotThereIsNamed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Mx.CumMax(Mx.Zeros(3), 1));
        Assert.Contains("CumMax: axis 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.CumSum(Mx.Array(7.0), 0));
    }

    [Fact]
    public void TiesShareTheTangentEvenly()
    {
        NDArray x = new[] { 1.0, 3, 3, 2, 3, 4 };
        NDArray tangent = new[] { 1.0, 10, 20, 40, 60, 5 };
        Assert.Equal([1.0, 10, 15, 15, 30, 5], Mx.Jvp(v => [Mx.CumMax(v[0])], [x], [tangent]).Tangents[0].ToArray<double>());
        double[] cotangent = Mx.Vjp(v => [Mx.CumMax(v[0])], [x], [Mx.Ones(6, DType.Float64)]).Cotangents[0].ToArray<double>();
        double third = 1.0 / 3;
        double[] expected = [1, 1 + 0.5 + 0.5 + third, 0.5 + 0.5 + third, 0, third, 1];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], cotangent[i], 1e-14);
    }

    [Fact]
    public void AnElementThatIsPassedLeavesNoTraceInTheTangent()
    {
        NDArray x = new[] { 1.0, 2, 3 };
        NDArray tangent = new[] { Infinity, double.NaN, 5 };
        Assert.Equal([Infinity, double.NaN, 5], Mx.Jvp(v => [Mx.CumMax(v[0])], [x], [tangent]).Tangents[0].ToArray<double>());
    }

    [Fact]
    public void AnExclusiveScanBeginsWithAConstant()
    {
        NDArray x = new[] { 1.0, 2, 3 };
        NDArray ones = Mx.Ones(3, DType.Float64);
        foreach (Func<NDArray, NDArray> scan in new Func<NDArray, NDArray>[] { v => Mx.CumMax(v, 0, false, false), v => Mx.CumMin(v, 0, false, false), v => Mx.LogCumSumExp(v, 0, false, false), v => Mx.CumProd(v, 0, false, false) })
            Assert.Equal(0.0, Mx.Jvp(v => [scan(v[0])], [x], [ones]).Tangents[0][0].Item<double>());
    }

    [Fact]
    public void LogarithmsOfSumsAreStable()
    {
        NDArray x = new[] { -Infinity, -Infinity, 1000.0, 1000, Infinity, 0 };
        double two = 1000 + Math.Log(2);
        Assert.Equal([-Infinity, -Infinity, 1000, two, Infinity, Infinity], Mx.LogCumSumExp(x).ToArray<double>());
        NDArray ones = Mx.Ones(4, DType.Float64);
        double[] tangent = Mx.Jvp(v => [Mx.LogCumSumExp(v[0])], [x[..4]], [ones]).Tangents[0].ToArray<double>();
        Assert.Equal([0.0, 0, 1, 1], tangent.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void SixteenBitTangentsKeepTheirType()
    {
        NDArray x = Mx.Array(new[] { 1f, 2, 0.5f }, DType.BFloat16);
        NDArray[] tangents = Mx.Jvp(v => [Mx.CumProd(v[0]), Mx.CumMax(v[0])], [x], [x]).Tangents;
        Assert.Equal([1f, 4, 3], Mx.AsType(tangents[0], DType.Float32).ToArray<float>());
        Assert.Equal(DType.BFloat16, tangents[1].DType);
    }
}
