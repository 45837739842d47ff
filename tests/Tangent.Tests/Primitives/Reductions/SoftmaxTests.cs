using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class SoftmaxTests
{
    [Fact]
    public void Values()
    {
        Assert.Equal([0.5, 0.5, 0.25, 0.75], Mx.Softmax(Mx.Array(new[,] { { 1000.0, 1000 }, { 0, Math.Log(3) } }), 1).ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], Mx.Softmax(Mx.Zeros((2, 2), DType.Int32)).ToArray<float>());
        Assert.Equal([0.0, 1], Mx.Softmax(new[] { double.NegativeInfinity, 2 }).ToArray<double>());
        Assert.Equal(1f, Mx.Softmax(Mx.Array(3.0)).Item<float>());
        Assert.Equal((2, 0), Mx.Softmax(Mx.Zeros((2, 0)), 1).Shape);
        Assert.Equal(DType.BFloat16, Mx.Softmax(Mx.Zeros(2, DType.BFloat16), precise: true).DType);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Softmax(Mx.Zeros(2), 1));
    }
}
