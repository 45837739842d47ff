using Xunit;

namespace Tangent.Tests.Ops.Shapes;

public class PadTests
{
    [Theory]
    [InlineData(PadMode.Constant, 2, 1, new[] { 0, 0, 1, 2, 3, 0 })]
    [InlineData(PadMode.Edge, 2, 1, new[] { 1, 1, 1, 2, 3, 3 })]
    [InlineData(PadMode.Reflect, 2, 1, new[] { 3, 2, 1, 2, 3, 2 })]
    [InlineData(PadMode.Reflect, 5, 4, new[] { 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3 })]
    [InlineData(PadMode.Symmetric, 2, 1, new[] { 2, 1, 1, 2, 3, 3 })]
    [InlineData(PadMode.Symmetric, 4, 4, new[] { 3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1 })]
    [InlineData(PadMode.Symmetric, 0, 0, new[] { 1, 2, 3 })]
    public void ContinuesAVector(PadMode mode, int before, int after, int[] expected) =>
        Assert.Equal(expected, Mx.Pad(new[] { 1, 2, 3 }, (before, after), mode).ToArray<int>());

    [Fact]
    public void ASingleElementReflectsItself() =>
        Assert.Equal([7, 7, 7], Mx.Pad(new[] { 7 }, 1, PadMode.Reflect).ToArray<int>());

    [Fact]
    public void AxesHaveTheirOwnWidths()
    {
        NDArray x = Mx.Reshape(new[] { 1, 2, 3, 4 }, (2, 2));
        Assert.Equal([0, 1, 2, 0, 3, 4, 0, 0, 0], Mx.Pad(x, [(0, 1), (1, 0)]).ToArray<int>());
        Assert.Equal([2, 1, 2, 4, 3, 4, 2, 1, 2], Mx.Pad(x, [(0, 1), (1, 0)], PadMode.Reflect).ToArray<int>());
    }

    [Fact]
    public void TheValueMayBeAnArray() =>
        Assert.Equal([5, 6, 7, 5, 1, 7, 5, 6, 7], Mx.Pad(Mx.Ones((1, 1), DType.Int32), 1, constantValues: new[] { 5, 6, 7 }).ToArray<int>());

    [Fact]
    public void Refuses()
    {
        Assert.Throws<ArgumentException>(() => Mx.Pad(Mx.Ones(3), -1));
        Assert.Throws<ArgumentException>(() => Mx.Pad(Mx.Ones(3), [(1, 1), (1, 1)]));
        Assert.Throws<ArgumentException>(() => Mx.Pad(Mx.Ones(0), 1, PadMode.Edge));
        Assert.Throws<ArgumentException>(() => Mx.Pad(Mx.Ones(3), int.MaxValue));
        Assert.Throws<ArgumentException>(() => Mx.Pad(Mx.Ones(3), 1, constantValues: new[] { 1, 2 }));
    }
}
