using Xunit;

namespace Tangent.Tests.Arrays;

public class NullTests
{
    [Fact]
    public void ComparingWithNullAsksForTheHandle()
    {
        NDArray x = new[] { 1f, 2f };
        NDArray? nothing = null;
        bool there = x != null, missing = nothing == null;
        Assert.True(there && missing && null != x && null == nothing);
        Assert.False(x == null || null == x || nothing != null || null != nothing);
        Assert.Equal(1, new[] { x, nothing }.Count(array => array != null));
        if (nothing != null)
            Assert.Equal(0, nothing.Size); // compiles without a warning: the comparison tells the compiler that it is there
    }

    [Fact]
    public void ComparingArraysComparesElements() => Assert.Equal([true, false], (Mx.Array([1, 2]) == Mx.Array([1, 3])).ToArray<bool>());

    [Fact]
    public void NullAxesAreAll()
    {
        NDArray x = Mx.Arange(6).Reshape(2, 3);
        int[]? axes = null;
        Assert.Equal(15, Mx.Sum(x, axes).Item<int>());
        Assert.Equal(15, x.Sum(axes).Item<int>());
        Assert.Equal([0, 3, 1, 4, 2, 5], Mx.Transpose(x, axes).ToArray<int>());
        Assert.Equal((3, 2), x.Transpose(axes).Shape);
        Assert.Equal([3], Mx.Squeeze(Mx.Zeros((1, 3, 1)), axes).Shape);
        int[]? shape = null;
        Assert.Equal((2, 3), Mx.AsStrided(x, shape).Shape);
    }

    [Fact]
    public void NullIsNoShape()
    {
        int[] nothing = null!;
        Assert.Equal("lengths", Assert.Throws<ArgumentNullException>(() => Mx.Zeros((Shape)nothing)).ParamName);
        Assert.Equal("axes", Assert.Throws<ArgumentNullException>(() => Mx.ExpandDims(Mx.Zeros(2), nothing)).ParamName);
    }
}
