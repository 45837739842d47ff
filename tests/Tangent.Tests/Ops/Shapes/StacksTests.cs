using Xunit;

namespace Tangent.Tests.Ops.Shapes;

public class StacksTests
{
    private static readonly NDArray V = Mx.Array([1, 2]), M = Mx.Array([[1, 2], [3, 4]]);

    [Fact]
    public void ArraysAreGivenTheAxesThatTheyNeed()
    {
        Assert.Equal([1, 2, 1, 2, 5], Mx.HStack([V, V, 5]).ToArray<int>());
        Assert.Equal((2, 4), Mx.HStack([M, M]).Shape);
        Assert.Equal((3, 2), Mx.VStack([M, V]).Shape);
        Assert.Equal((2, 1), Mx.VStack([1, 2]).Shape);
        Assert.Equal((2, 2, 2), Mx.DStack([M, M]).Shape);
        Assert.Equal(new[,] { { 1, 2, 1 }, { 3, 4, 2 } }, Mx.ColumnStack([M, V]).ToArray2D<int>());
        Assert.Equal([1, 2, 3, 4], Mx.Ravel(M).ToArray<int>());
    }

    [Fact]
    public void TheErrorNamesTheFunction()
    {
        Refusal.Argument("HStack: array 1 has shape [3,2], array 0 has [2,2]; they may differ along axis 1 alone.", () => Mx.HStack([M, Mx.Ones((3, 2))]));
        Refusal.Argument("VStack: array 1 has shape [3], array 0 has [2,2]", () => Mx.VStack([M, Mx.Ones(3)]));
        Refusal.Argument("ColumnStack: there are no arrays.", () => Mx.ColumnStack([]));
    }
}
