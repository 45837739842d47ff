using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class SumTests
{
    [Theory]
    [InlineData(DType.Int8, DType.Int32)]
    [InlineData(DType.Int16, DType.Int32)]
    [InlineData(DType.UInt8, DType.UInt32)]
    [InlineData(DType.UInt16, DType.UInt32)]
    public void NarrowIntegersAreAddedUpInWiderOnes(DType narrow, DType wide)
    {
        NDArray x = Mx.Full(5000, 100, narrow);
        Assert.Equal(wide, Mx.Sum(x).DType);
        Assert.Equal(500_000, Mx.AsType(Mx.Sum(x), DType.Int32).Item<int>());
        Assert.Equal(500_000, Mx.AsType(Mx.Sum(Mx.Reshape(x, (50, 100)) * 1, [0, 1]), DType.Int32).Item<int>());
    }

    // In float32 alone a total stands still at 2^24.
    [Fact]
    public void ATotalOfManyOnesIsTheirNumber()
    {
        const int Many = 40_000_000;
        Assert.Equal((float)Many, Mx.Sum(Mx.BroadcastTo(Mx.Ones(1), Many)).Item<float>());
        Assert.Equal(Many / 4f, Mx.Sum(Mx.BroadcastTo(Mx.Ones((1, 4)), (Many / 4, 4)), 0)[3].Item<float>());
    }

    // Sums of blocks are exact in float32, their totals are not: they would lose what is under their last bit thousands of times.
    [Fact]
    public void ATotalOfManyFloatsIsRoundedOnce()
    {
        const int Many = 40_000_000;
        const float Number = 1 + (1f / 65536);
        Assert.Equal((float)(Many * (double)Number), Mx.Sum(Mx.BroadcastTo(Mx.Full(1, Number), Many)).Item<float>());
        Assert.Equal((float)(Many / 4 * (double)Number), Mx.Sum(Mx.BroadcastTo(Mx.Full((1, 4), Number), (Many / 4, 4)), 0)[3].Item<float>());
        Assert.Equal((float)(Many / 40 * (double)Number), Mx.Sum(Mx.BroadcastTo(Mx.Full((1, 64), Number), (Many / 40, 64)), 0)[63].Item<float>());
    }
}
