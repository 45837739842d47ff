using Xunit;

namespace Tangent.Tests.Ops.Elementwise;

/// <summary>Logic of numbers, tests for special values, and closeness.</summary>
public class LogicTests
{
    private static readonly NDArray Special = new[] { 1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0 };

    [Fact]
    public void SpecialValues()
    {
        Assert.Equal([false, true, false, false, false], Mx.IsNaN(Special).ToArray<bool>());
        Assert.Equal([true, false, false, false, true], Mx.IsFinite(Special).ToArray<bool>());
        Assert.Equal([false, false, true, true, false], Mx.IsInf(Special).ToArray<bool>());
        Assert.Equal([false, false, true, false, false], Mx.IsPosInf(Special).ToArray<bool>());
        Assert.Equal([false, false, false, true, false], Mx.IsNegInf(Special).ToArray<bool>());
        Assert.Equal([true, true], Mx.IsFinite(new[] { 1, 2 }).ToArray<bool>());
        Assert.Equal([1.0, 0, double.MaxValue, double.MinValue, -0.0], Mx.NanToNum(Special).ToArray<double>());
        Assert.Equal([1.0, 7, 8, 9, -0.0], Mx.NanToNum(Special, 7, 8, 9).ToArray<double>());
    }

    [Fact]
    public void SpecialValuesOfComplexNumbersAreThoseOfTheirParts()
    {
        NDArray z = MakeComplex.Of(new[] { 1f, float.NaN, 1 }, new[] { float.PositiveInfinity, 1, 1 });
        Assert.Equal([false, true, false], Mx.IsNaN(z).ToArray<bool>());
        Assert.Equal([true, false, false], Mx.IsInf(z).ToArray<bool>());
        Assert.Equal([false, false, true], Mx.IsFinite(z).ToArray<bool>());
        Assert.Equal([new Complex64(1, float.MaxValue), new(0, 1), new(1, 1)], Mx.NanToNum(z).ToArray<Complex64>());
    }

    [Fact]
    public void LogicTakesAnyNumberThatIsNotZeroAsTrue()
    {
        NDArray x = new[] { 0.0, 0.5, 0, 2 };
        NDArray y = new[] { 0, 0, 3, 4 };
        Assert.Equal([false, false, false, true], Mx.LogicalAnd(x, y).ToArray<bool>());
        Assert.Equal([false, true, true, true], Mx.LogicalOr(x, y).ToArray<bool>());
        Assert.Equal([false, true, true, false], Mx.LogicalXor(x, y).ToArray<bool>());
        Assert.Equal([true, false, true, false], Mx.LogicalNot(x).ToArray<bool>());
    }

    [Fact]
    public void ClosenessCountsEqualInfinitiesAndOnRequestNaN()
    {
        NDArray other = new[] { 1 + 1e-9, double.NaN, double.PositiveInfinity, double.PositiveInfinity, 1e-7 };
        Assert.Equal([true, false, true, false, false], Mx.IsClose(Special, other).ToArray<bool>());
        Assert.Equal([true, true, true, false, true], Mx.IsClose(Special, other, atol: 1e-6, equalNan: true).ToArray<bool>());
    }

    [Fact]
    public void ClosenessOfUnsignedAndWideIntegersIsExact()
    {
        NDArray x = Mx.AsType(new[] { 3, 200 }, DType.UInt8);
        NDArray y = Mx.AsType(new[] { 4, 200 }, DType.UInt8);
        Assert.Equal([false, true], Mx.IsClose(x, y).ToArray<bool>());
        Assert.Equal([false], Mx.IsClose(new[] { 1_000_000_007L }, new[] { 1_000_000_008L }, rtol: 0, atol: 0).ToArray<bool>());
    }

    [Fact]
    public void WholeArraysAreComparedByShapeAndElements()
    {
        NDArray x = new[] { 1.0, double.NaN };
        Assert.False((bool)Mx.ArrayEqual(x, x));
        Assert.True((bool)Mx.ArrayEqual(x, x, equalNan: true));
        Assert.True((bool)Mx.ArrayEqual(new[] { 1, 2 }, new[] { 1.0, 2 }));
        Assert.False((bool)Mx.ArrayEqual(new[] { 1, 1 }, 1));
        Assert.True((bool)Mx.AllClose(new[] { 1.0, 2 }, new[] { 1 + 1e-7, 2 }));
        Assert.False((bool)Mx.AllClose(new[] { 1.0, 2 }, new[] { 1.1, 2 }));
        Assert.False((bool)Mx.AllClose(x, x));
    }
}
