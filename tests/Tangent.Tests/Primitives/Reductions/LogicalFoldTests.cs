using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class LogicalFoldTests
{
    private static NDArray X => Mx.Array(new[,] { { 1.0, 0 }, { double.NaN, 2 } });

    [Fact]
    public void Values()
    {
        Assert.Equal([false, true], Mx.All(X, 1).ToArray<bool>());
        Assert.Equal([true, true], Mx.Any(X, 0).ToArray<bool>());
        Assert.Equal([true, true], Mx.All(Mx.Zeros((2, 0)), 1).ToArray<bool>());
        Assert.Equal([false], Mx.Any(Mx.Zeros((1, 0)), -1).ToArray<bool>());
        Assert.Equal(3, Mx.CountNonzero(X).Item<int>());
        Assert.Equal([2, 1], Mx.CountNonzero(X, 0).ToArray<int>());
    }

    [Fact]
    public void BatchesAreReducedApart()
    {
        Func<NDArray[], NDArray[]> each = Mx.Vmap(v => [Mx.All(v[0]), Mx.Any(v[0], 0)], [1]);
        NDArray[] y = each([X]);
        Assert.Equal([true, false], y[0].ToArray<bool>());
        Assert.Equal([true, true], y[1].ToArray<bool>());
    }

    [Fact]
    public void TheirDerivativeIsZero() =>
        Assert.Equal([0.0, 0, 0, 0], Mx.Vjp(v => [Mx.AsType(Mx.All(v[0]), DType.Float64)], [X], [Mx.Array(1.0, DType.Float64)]).Cotangents[0].ToArray<double>());
}
