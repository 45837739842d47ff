using Xunit;

namespace Tangent.Tests.Ops.Elementwise;

/// <summary>Functions of two numbers, and of signs, at their edges.</summary>
public class HypotTests
{
    [Fact]
    public void NeitherOverflowsNorUnderflows()
    {
        Assert.Equal([5e300, 5e-310, 0, double.PositiveInfinity, double.PositiveInfinity, double.NaN, 3],
            Mx.Hypot(Mx.Array([3e300, 3e-310, 0, double.NegativeInfinity, double.NaN, double.NaN, -3]), Mx.Array([4e300, -4e-310, -0.0, double.NaN, double.PositiveInfinity, 1, 0])).ToArray<double>(),
            (x, y) => x.Equals(y) || Math.Abs(x / y - 1) < 1e-13);
        Assert.Equal(DType.Float32, Mx.Hypot(3, 4).DType);
        Refusal.Argument("Hypot: y is complex64", () => Mx.Hypot(1f, new Complex64(1, 1)));
    }

    [Fact]
    public void TheDerivativeIsFiniteEverywhere()
    {
        (NDArray[] _, NDArray[] gradients) = Mx.Vjp(v => [Mx.Hypot(v[0], v[1])], [Mx.Array([0, 3e200, 1.0]), Mx.Array([0, -4e200, 1.0])], [Mx.Ones(3, DType.Float64)]);
        Assert.Equal([0, 0.6, Math.Sqrt(0.5)], gradients[0].ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Equal([0, -0.8, Math.Sqrt(0.5)], gradients[1].ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Equal(1 / Math.Sqrt(8), Mx.Hessian(v => Mx.Sum(Mx.Hypot(v[..1], v[1..])))(Mx.Array([1.0, 1]))[0, 0].Item<double>(), 12);
    }

    [Theory]
    [InlineData(DType.Float16), InlineData(DType.BFloat16), InlineData(DType.Float32), InlineData(DType.Float64)]
    public void TheSignOfZeroAndOfNaNCounts(DType dtype)
    {
        NDArray signs = Mx.Array([-0.0, 0, -1, double.NegativeInfinity, -double.NaN, double.NaN]).AsType(dtype);
        bool[] expected = [true, false, true, true, double.IsNegative(-double.NaN), double.IsNegative(double.NaN)];
        Assert.Equal(expected, Mx.SignBit(signs).ToArray<bool>());
        Assert.Equal(expected, Mx.SignBit(Mx.CopySign(0, signs)).ToArray<bool>());
        Assert.Equal(expected.Select(sign => sign ? -2.0 : 2), Mx.CopySign(-2, signs).AsType(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void IntegersHaveSignsToo()
    {
        Assert.Equal([true, false, false], Mx.SignBit(Mx.Array([-1, 0, 1])).ToArray<bool>());
        Assert.Equal([-1f, 2], Mx.CopySign(Mx.Array([1, -2]), Mx.Array([-1, 1])).ToArray<float>());
    }

    [Fact]
    public void ReluKeepsNaNAndHasNoSlopeAtZero()
    {
        Assert.Equal([0, 0, 2, float.NaN], Mx.Relu(Mx.Array([-1f, 0, 2, float.NaN])).ToArray<float>());
        Assert.Equal([0, 0, 1], Mx.Grad(x => Mx.Sum(Mx.Relu(x)))(Mx.Array([-1f, 0, 2])).ToArray<float>());
        Assert.Equal([0, 3], Mx.Relu(Mx.Array([-3, 3])).ToArray<int>());
    }
}
