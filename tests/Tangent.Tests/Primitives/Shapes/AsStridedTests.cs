using Xunit;

namespace Tangent.Tests.Primitives.Shapes;

public class AsStridedTests
{
    [Fact]
    public void Views()
    {
        Assert.Equal([0, 1, 2, 1, 2, 3, 2, 3, 4], Mx.AsStrided(Mx.Arange(5), (3, 3), [1, 1]).ToArray<int>());
        Assert.Equal([4, 3, 2], Mx.AsStrided(Mx.Arange(5), 3, [-1], 4).ToArray<int>());
        Assert.Equal([0, 3, 1, 4, 2, 5], Mx.AsStrided(Mx.Reshape(Mx.Arange(6), (2, 3)), (3, 2), [1, 3]).ToArray<int>());
        Assert.Equal([1, 1, 1, 1], Mx.AsStrided(Mx.Flip(Mx.Arange(2)), 4, [0]).ToArray<int>());
        Assert.Equal([1, 2], Mx.AsStrided(Mx.Arange(4), 2, offset: 1).ToArray<int>());
        Assert.Empty(Mx.AsStrided(Mx.Arange(4), (2, 0), [9, 9], 99).ToArray<int>());
    }

    [Fact]
    public void AStridedArrayIsReadInRowMajorOrder() =>
        Assert.Equal([0, 2, 1], Mx.AsStrided(Mx.Transpose(Mx.Reshape(Mx.Arange(4), (2, 2))), 3).ToArray<int>());

    [Theory]
    [InlineData(3, 2, 0)]
    [InlineData(2, 1, 3)]
    [InlineData(2, -1, 0)]
    [InlineData(1, 1, -1)]
    [InlineData(int.MaxValue, int.MaxValue, 0)]
    public void NothingOutsideTheArrayIsRead(int length, int stride, int offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.AsStrided(Mx.Arange(4), length, [stride], offset));

    [Fact]
    public void RefusesStridesOfAnotherRank() =>
        Assert.Throws<ArgumentException>(() => Mx.AsStrided(Mx.Arange(4), (2, 2), [1]));

    [Fact]
    public void CotangentsOfOverlappingElementsAddUp()
    {
        NDArray[] ct = Mx.Vjp(v => [Mx.AsStrided(v[0], (2, 2), [1, 1])], [new[] { 1.0, 2, 3 }], [Mx.Array(new[,] { { 1.0, 2 }, { 3, 4 } })]).Cotangents;
        Assert.Equal([1.0, 5, 4], ct[0].ToArray<double>());
    }
}
