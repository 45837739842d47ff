using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class TriTests
{
    private static NDArray X => Mx.Reshape(Mx.Arange(1, 7), (2, 3));

    [Fact]
    public void Values()
    {
        Assert.Equal([1, 0, 1, 1], Mx.Tri(2, dtype: DType.Int32).ToArray<int>());
        Assert.Equal([0f, 0, 1, 0, 1, 1], Mx.Tri(3, 2, -1).ToArray<float>());
        Assert.Equal([1, 0, 0, 4, 5, 0], Mx.Tril(X).ToArray<int>());
        Assert.Equal([0, 2, 3, 0, 0, 6], Mx.Triu(X, 1).ToArray<int>());
        Assert.Equal([1, 2, 3, 4, 5, 6], Mx.Triu(X, int.MinValue).ToArray<int>());
        Assert.Equal([0, 0, 0, 0, 0, 0], Mx.Tril(X, int.MinValue).ToArray<int>());
        Assert.Equal((0, 2), Mx.Tri(0, 2).Shape);
        Assert.Throws<ArgumentException>(() => Mx.Tri(-1));
        Assert.Throws<ArgumentException>(() => Mx.Tril(Mx.Ones(2)));
    }

    [Fact]
    public void TheOtherPartIsChosenNotMultiplied() =>
        Assert.Equal([1.0, 0, 2, 3], Mx.Tril(Mx.Array(new[,] { { 1, double.NaN }, { 2, 3 } })).ToArray<double>());
}
