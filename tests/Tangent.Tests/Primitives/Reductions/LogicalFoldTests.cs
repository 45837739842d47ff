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
    public void AComplexNumberIsZeroOnlyInBothParts()
    {
        NDArray x = Mx.Array(new Complex64[] { new(0, 0), new(0, 3), new(2, 0), new(0, float.NaN) });
        Assert.True(Mx.Any(x[1..2]).Item<bool>());
        Assert.True(Mx.All(x[1..]).Item<bool>());
        Assert.False(Mx.Any(x[..1]).Item<bool>());
        Assert.Equal(3, Mx.CountNonzero(x).Item<int>());
    }

    // Nothing of it lies in memory but one element.
    [Fact]
    public void MoreTruthValuesThanAnInt32CountsAreCounted()
    {
        NDArray all = Mx.BroadcastTo(true, (1 << 16, (1 << 15) + 1));
        long expected = (1L << 31) + (1 << 16);
        Assert.Equal(expected, Mx.CountNonzero(all).Item<long>());
        Assert.Equal(DType.Int64, Mx.Sum(all).DType);
        Assert.Equal(DType.Int32, Mx.Sum(all, 0).DType);
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
