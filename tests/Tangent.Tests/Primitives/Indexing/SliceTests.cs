using Xunit;

namespace Tangent.Tests.Primitives.Indexing;

public class SliceTests
{
    private static NDArray Matrix => Mx.Reshape(new[] { 0.0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, (3, 4));

    public static TheoryData<int[], int[], int[], double[]> Cases => new()
    {
        { [0, 1], [3, 3], [1, 1], [1, 2, 5, 6, 9, 10] },
        { [2, 3], [-1, -1], [-2, -3], [11, 8, 3, 0] },
        { [0, 0], [3, 4], [2, 3], [0, 3, 8, 11] },
        { [1, 2], [1, 4], [1, 1], [] },
        { [1, 2], [0, 4], [1, 1], [] },
    };

    [Theory, MemberData(nameof(Cases))]
    public void PicksElements(int[] start, int[] stop, int[] step, double[] expected) =>
        Assert.Equal(expected, Slice.Of(Matrix, start, stop, step).ToArray<double>());

    [Fact]
    public void AllOfAnArrayIsTheArrayOnAnotherHandle()
    {
        NDArray x = Matrix;
        NDArray all = Slice.Along(x, 1, 0, 4);
        Assert.Same(x.Node, all.Node);
        Assert.NotSame(x, all);
    }

    [Theory]
    [InlineData(2, 3, 1)]
    [InlineData(-1, 1, 1)]
    [InlineData(0, 4, -1)]
    [InlineData(0, 2, int.MaxValue)]
    [InlineData(1, 2, 0)]
    public void NothingOutsideTheArrayIsRead(int start, int length, int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Slice.Along(Matrix, 1, start, length, step));
}
