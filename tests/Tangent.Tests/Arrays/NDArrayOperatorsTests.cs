using System.Numerics;
using Xunit;

namespace Tangent.Tests.Arrays;

public class NDArrayOperatorsTests
{
    [Fact]
    public void ArithmeticAndBits()
    {
        NDArray x = new[] { 7, -7 };
        Assert.Equal([9, -5], (x + 2).ToArray<int>());
        Assert.Equal([5, -9], (x - 2).ToArray<int>());
        Assert.Equal([14, -14], (2 * x).ToArray<int>());
        Assert.Equal([3.5f, -3.5f], (x / 2).ToArray<float>());
        Assert.Equal([1, 1], (x % 2).ToArray<int>());
        Assert.Equal([-7, 7], (-x).ToArray<int>());
        Assert.Same(x.Node, (+x).Node);
        Assert.Equal([-8, 6], (~x).ToArray<int>());
        Assert.Equal([3, 1], (x & 3).ToArray<int>());
        Assert.Equal([7, -5], (x | 3).ToArray<int>());
        Assert.Equal([4, -6], (x ^ 3).ToArray<int>());
        Assert.Equal([14, -14], (x << 1).ToArray<int>());
        Assert.Equal([3, -4], (x >> 1).ToArray<int>());
    }

    [Fact]
    public void ComparisonsGiveArrays()
    {
        NDArray x = new[] { 1, 2, 3 };
        Assert.Equal([true, false, false], (x < 2).ToArray<bool>());
        Assert.Equal([true, true, false], (x <= 2).ToArray<bool>());
        Assert.Equal([false, false, true], (x > 2).ToArray<bool>());
        Assert.Equal([false, true, true], (x >= 2).ToArray<bool>());
        Assert.Equal([false, true, false], (x == 2).ToArray<bool>());
        Assert.Equal([true, false, true], (x != 2).ToArray<bool>());
    }

    [Fact]
    public void EqualityOfHandlesIsByReference()
    {
        NDArray x = new[] { 1, 2 };
        NDArray y = new[] { 1, 2 };
        Assert.True(x.Equals(x));
        Assert.False(x.Equals(y));
        Assert.Equal(2, new HashSet<NDArray> { x, y, x }.Count);
        NDArray nothing = null!;
        Assert.Throws<ArgumentNullException>(() => x == nothing);
        Assert.Throws<ArgumentNullException>(() => nothing != x);
    }

    [Fact]
    public void WeakScalarsKeepTheElementType()
    {
        NDArray half = Mx.AsType(new[] { 1.5 }, DType.Float16);
        Assert.Equal(DType.Float16, (half * 2.0).DType);
        Assert.Equal(DType.Float32, (new NDArray[] { new[] { 1 } }[0] * 2.5).DType);
        Assert.Equal(DType.Complex64, (half * new Complex(0, 1)).DType);
    }

    [Fact]
    public void OneElementConvertsToANumber()
    {
        NDArray x = new[] { -2.75 };
        Assert.Equal(-2.75f, (float)x);
        Assert.Equal(-2.75, (double)x);
        Assert.Equal(-2, (int)x);
        Assert.Equal(-2L, (long)x);
        Assert.True((bool)x);
        Assert.Equal(new Complex(-2.75, 0), (Complex)x);
        Assert.Equal(new Complex(0, 1), (Complex)Mx.AsType(new Complex(0, 1), DType.Complex64));
        if ((bool)(x > 0))
            Assert.Fail("-2.75 is not above 0.");
    }

    [Fact]
    public void OtherSizesAndComplexNumbersDoNotConvert()
    {
        NDArray pair = new[] { 1.0, 2 };
        Assert.Throws<InvalidOperationException>(() => (double)pair);
        Assert.Throws<InvalidOperationException>(() => (bool)pair);
        Assert.Throws<InvalidOperationException>(() => (float)Mx.AsType(new Complex(0, 1), DType.Complex64));
    }

    [Fact]
    public void MethodsAreTheFunctions()
    {
        NDArray x = new[] { 0.25, 4 };
        Assert.Equal(Mx.Exp(x).ToArray<double>(), x.Exp().ToArray<double>());
        Assert.Equal([0.25, 4], (-x).Abs().ToArray<double>());
        Assert.Equal([0.5, 2], x.Sqrt().ToArray<double>());
        Assert.Equal([2, 0.5], x.Rsqrt().ToArray<double>());
        Assert.Equal([4, 0.25], x.Reciprocal().ToArray<double>());
        Assert.Equal([0.0625, 16], x.Square().ToArray<double>());
        Assert.Equal([0.2, 4], x.Round(1).ToArray<double>());
        Assert.Equal([-2.0, 2], x.Log2().ToArray<double>());
        Assert.Equal([0, 4], x.AsType(DType.Int32).ToArray<int>());
        Assert.Equal([0.0, 0], x.Imag.ToArray<double>());
        Assert.Same(x.Node, x.Real.Node);
        Assert.Same(x.Node, x.Conj().Node);
    }
}
