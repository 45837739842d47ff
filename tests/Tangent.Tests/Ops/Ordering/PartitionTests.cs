using Xunit;

namespace Tangent.Tests.Ops.Ordering;

public class PartitionTests
{
    private static NDArray X => Mx.Array(new[,] { { 3, 1, 2 }, { 4, 6, 5 } });

    [Fact]
    public void Values()
    {
        Assert.Equal(2, Mx.Partition(X, 1).ToArray<int>()[1]);
        Assert.Equal(5, Mx.Partition(X, -2, null).ToArray<int>()[4]);
        Assert.Equal([0u, 0, 0, 1, 1, 1], Mx.ArgPartition(X, 0, 0).ToArray<uint>());
        Assert.Equal([2, 3, 5, 6], Mx.TopK(X, 2).ToArray<int>());
        Assert.Equal([6], Mx.TopK(X, 1, null).ToArray<int>());
        Assert.Equal((2, 0), Mx.TopK(X, 0).Shape);
    }

    [Fact]
    public void RefusesPlacesThatAreNotThere()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Partition(X, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.ArgPartition(X, -3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.TopK(X, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.TopK(X, -1));
    }
}
