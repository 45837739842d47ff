using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class ExtremeFoldTests
{
    private static NDArray X => Mx.Array(new[,] { { 3.0, -1, 3 }, { 2, 5, 4 } });

    [Fact]
    public void Values()
    {
        Assert.Equal([3.0, 5], Mx.Max(X, 1).ToArray<double>());
        Assert.Equal([2.0, -1, 3], Mx.Min(X, 0).ToArray<double>());
        Assert.Equal(5.0, Mx.Max(X).Item<double>());
        Assert.Equal((1, 1), Mx.Min(X, keepdims: true).Shape);
        Assert.Equal([double.NaN, 1], Mx.Max(Mx.Array(new[,] { { double.NaN, 1 }, { 0, 1 } }), 0).ToArray<double>());
    }

    [Fact]
    public void NothingHasNoExtreme()
    {
        Assert.Throws<ArgumentException>(() => Mx.Max(Mx.Zeros((2, 0)), 1));
        Assert.Throws<ArgumentException>(() => Mx.Min(Mx.Zeros(0)));
        Assert.Empty(Mx.Max(Mx.Zeros((2, 0)), 0).ToArray<float>());
    }

    [Fact]
    public void TiesShareTheTangentEvenlyInBothModes()
    {
        NDArray ones = new[] { 1.0, 1 };
        Assert.Equal(2.0, Mx.Jvp(v => [Mx.Max(v[0])], [ones], [new[] { 1.0, 3 }]).Tangents[0].Item<double>());
        Assert.Equal([0.5, 0.5], Mx.Vjp(v => [Mx.Max(v[0])], [ones], [Mx.Array(1.0, DType.Float64)]).Cotangents[0].ToArray<double>());
        Assert.Equal([0.5, 0, 0.5], Mx.Vjp(v => [Mx.Max(v[0], 1)], [X], [new[] { 1.0, 0 }]).Cotangents[0].ToArray<double>()[..3]);
    }
}
