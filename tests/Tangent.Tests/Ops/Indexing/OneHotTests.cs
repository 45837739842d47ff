using Xunit;

namespace Tangent.Tests.Ops.Indexing;

public class OneHotTests
{
    [Fact]
    public void ARowForEachInteger()
    {
        Assert.Equal(new float[,] { { 1, 0, 0 }, { 0, 0, 1 }, { 0, 0, 0 }, { 0, 0, 0 } }, Mx.OneHot(Mx.Array([0, 2, 3, -1]), 3).ToArray2D<float>());
        Assert.Equal(new[,] { { 1, 0 }, { 0, 1 } }, Mx.OneHot(Mx.Array([0, 1]), 2, axis: 0, DType.Int32).ToArray2D<int>());
        Assert.Equal((2, 3), Mx.OneHot(Mx.Zeros(2, DType.UInt8), 3).Shape);
        Assert.Equal(0, Mx.Sum(Mx.OneHot(Mx.Array([(sbyte)-1]), 300)).Item<float>());
        Refusal.Argument("OneHot: the indices are float32; they must be integers.", () => Mx.OneHot(Mx.Ones(2), 3));
        Refusal.Of<ArgumentOutOfRangeException>("OneHot: -1 classes cannot be.", () => Mx.OneHot(0, -1));
    }
}
