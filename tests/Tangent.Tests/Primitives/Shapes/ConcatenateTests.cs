using Xunit;

namespace Tangent.Tests.Primitives.Shapes;

public class ConcatenateTests
{
    [Fact]
    public void JoinsAlongAnAxis()
    {
        NDArray x = Mx.Reshape(new[] { 1, 2, 3, 4 }, (2, 2));
        NDArray y = Mx.Reshape(new[] { 5, 6 }, (2, 1));
        Assert.Equal([1, 2, 5, 3, 4, 6], Mx.Concatenate([x, y], 1).ToArray<int>());
        Assert.Equal([1, 2, 5, 3, 4, 6], Mx.Concatenate([x, y], -1).ToArray<int>());
        Assert.Equal([1, 2, 3, 4, 5, 6], Mx.Concatenate([x, y], null).ToArray<int>());
        Assert.Equal([1, 3, 2, 4, 5, 6], Mx.Concatenate([x.T, y.T]).ToArray<int>());
        Assert.Equal([1, 2, 3, 4], Mx.Concatenate([x, Mx.Zeros((0, 2), DType.Int32)]).ToArray<int>());
        Assert.Equal(DType.Float16, Mx.Concatenate([x, Mx.Ones((2, 2), DType.Float16)]).DType);
    }

    [Fact]
    public void RefusesWhatDoesNotFit()
    {
        Assert.Throws<ArgumentException>(() => Mx.Concatenate([]));
        Assert.Throws<ArgumentException>(() => Mx.Concatenate([Mx.Ones((2, 2)), Mx.Ones((3, 3))]));
        Assert.Throws<ArgumentException>(() => Mx.Concatenate([Mx.Ones((2, 2)), Mx.Ones(2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Concatenate([Mx.Ones(2)], 1));
        NDArray huge = Mx.Zeros([int.MaxValue], DType.Bool);
        Assert.Throws<ArgumentException>(() => Mx.Concatenate([huge, huge]));
    }
}
