using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class ComparisonAndBitTests
{
    [Fact]
    public void Comparisons()
    {
        NDArray x = new[] { 1, 2, 3, double.NaN };
        NDArray y = new[] { 2.0, 2, 2, double.NaN };
        Assert.Equal([true, false, false, false], Mx.Less(x, y).ToArray<bool>());
        Assert.Equal([true, true, false, false], Mx.LessEqual(x, y).ToArray<bool>());
        Assert.Equal([false, false, true, false], Mx.Greater(x, y).ToArray<bool>());
        Assert.Equal([false, true, true, false], Mx.GreaterEqual(x, y).ToArray<bool>());
        Assert.Equal([false, true, false, false], Mx.Equal(x, y).ToArray<bool>());
        Assert.Equal([true, false, true, true], Mx.NotEqual(x, y).ToArray<bool>());
    }

    [Fact]
    public void Bits()
    {
        NDArray x = new[] { 0b1100, -1 };
        NDArray y = new[] { 0b1010, 3 };
        Assert.Equal([0b1000, 3], Mx.BitwiseAnd(x, y).ToArray<int>());
        Assert.Equal([0b1110, -1], Mx.BitwiseOr(x, y).ToArray<int>());
        Assert.Equal([0b0110, -4], Mx.BitwiseXor(x, y).ToArray<int>());
        Assert.Equal([-13, 0], Mx.BitwiseInvert(x).ToArray<int>());
        Assert.Equal([48, -4], Mx.LeftShift(x, 2).ToArray<int>());
        Assert.Equal([3, -1], Mx.RightShift(x, 2).ToArray<int>());
        Assert.Equal([2, 0], Mx.LeftShift(new[] { true, false }, new[] { true, true }).ToArray<byte>());
    }

    [Fact]
    public void BitsOfFloatingNumbersAreRefused()
    {
        NDArray x = new[] { 1f };
        NDArray y = new[] { 1 };
        foreach (Func<NDArray> call in new Func<NDArray>[]
        {
            () => Mx.BitwiseAnd(x, y), () => Mx.BitwiseOr(y, x), () => Mx.BitwiseXor(y, 2.5),
            () => Mx.LeftShift(x, y), () => Mx.RightShift(y, x), () => Mx.BitwiseInvert(x),
        })
            Assert.Contains("must be", Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);
    }
}
