using CsCheck;
using Xunit;

namespace Tangent.Tests.Arrays;

/// <summary>Parts of arrays read by the brackets.</summary>
public class NDArrayReadingTests
{
    // x[i, j, k] is 100 i + 10 j + k.
    private static NDArray Cube => Mx.Array(Numbers(2, 3, 4));

    [Fact]
    public void AnyIndexSelectsWhatItSelectsElementByElement() => RandomIndices.All.Sample(
        sample =>
        {
            (int[] shape, int[] places) = NaiveIndex.Select(sample.Shape, sample.Index);
            NDArray part = Mx.Reshape(Mx.Arange((int)new Shape(sample.Shape).Size), sample.Shape)[(ArrayIndex[])[.. sample.Index.Select(NaiveIndex.ToIndex)]];
            return part.Shape == new Shape(shape) && part.ToArray<int>().SequenceEqual(places);
        },
        iter: 2000);

    [Fact]
    public void IntegersTakeAxesAway()
    {
        Assert.Equal(123, Cube[1, 2, 3].Item<int>());
        Assert.Equal(Shape.Scalar, Cube[1, 2, 3].Shape);
        Assert.Equal(Cube[1, 2].ToArray<int>(), Cube[^1, -1].ToArray<int>());
    }

    [Fact]
    public void RangesKeepAxesAndAreCutToThem()
    {
        Assert.Equal([12, 13, 22, 23], Cube[0, 1.., 2..].ToArray<int>());
        Assert.Equal([111, 112], Cube[^1, 1, 1..^1].ToArray<int>());
        Assert.Equal([102, 103], Cube[1, 0, 2..99].ToArray<int>());
        Assert.Equal((2, 0, 4), Cube[.., 2..1].Shape);
        Assert.Equal((2, 0, 4), Cube[.., 99..].Shape);
    }

    [Fact]
    public void StepsGoForwardsAndBackwards()
    {
        Assert.Equal([0, 2], Cube[0, 0, Mx.Every(2)].ToArray<int>());
        Assert.Equal([3, 2, 1, 0], Cube[0, 0, Mx.Every(-1)].ToArray<int>());
        Assert.Equal([2, 1], Cube[0, 0, Mx.Every(-1, ^2, 0)].ToArray<int>());
        Assert.Equal([3], Cube[0, 0, Mx.Every(int.MinValue)].ToArray<int>());
        Assert.Equal([1], Cube[0, 0, Mx.Every(int.MaxValue, 1)].ToArray<int>());
    }

    // As in Python, negative ends count from the end.
    [Fact]
    public void EndsOfStepsAreIntegersOrCountFromTheEnd()
    {
        NDArray x = Mx.Arange(6);
        Assert.Equal([3, 4], x[Mx.Every(1, -3, -1)].ToArray<int>());
        Assert.Equal([3, 5], x[Mx.Every(2, -3)].ToArray<int>());
        Assert.Equal([4, 3], x[Mx.Every(-1, -2, -4)].ToArray<int>());
        Assert.Equal([5, 3, 1], x[Mx.Every(-2, stop: -6)].ToArray<int>());
        Assert.Equal([0, 1], x[Mx.Every(1, -99, 2)].ToArray<int>());
        Assert.Equal([3, 4], x[Mx.Every(1, ^3, -1)].ToArray<int>());
        int? none = null;
        Assert.Equal([0, 1, 2, 3, 4, 5], x[Mx.Every(1, none, none)].ToArray<int>());
        Assert.Equal([0, 1, 2, 3, 4, 5], x[Mx.Every(1, int.MinValue, int.MaxValue)].ToArray<int>());
        x[Mx.Every(1, -3, -1)] = 0;
        Assert.Equal([0, 1, 2, 0, 0, 5], x.ToArray<int>());
    }

    [Fact]
    public void TheEllipsisStandsForTheAxesThatAreLeft()
    {
        Assert.Equal(Cube[.., .., 1].ToArray<int>(), Cube[Mx.Ellipsis, 1].ToArray<int>());
        Assert.Equal([12, 13], Cube[0, Mx.Ellipsis, 1, 2..].ToArray<int>());
        Assert.Equal(123, Cube[1, 2, Mx.Ellipsis, 3].Item<int>());
        Assert.Equal(5, ((NDArray)5)[Mx.Ellipsis].Item<int>());
    }

    [Fact]
    public void NewAxesHaveLengthOne()
    {
        Assert.Equal((1, 2, 3, 4), Cube[Mx.NewAxis].Shape);
        Assert.Equal((2, 1, 3), Cube[.., Mx.NewAxis, .., 0].Shape);
        Assert.Equal((1, 1), ((NDArray)5)[Mx.NewAxis, Mx.NewAxis].Shape);
    }

    [Fact]
    public void ArraysOfIndicesBroadcastTogether()
    {
        NDArray rows = Mx.Reshape(new[] { 0, 2 }, (2, 1));
        NDArray picked = Cube[1, rows, new[] { 3, 0, -1 }];
        Assert.Equal((2, 3), picked.Shape);
        Assert.Equal([103, 100, 103, 123, 120, 123], picked.ToArray<int>());
    }

    [Fact]
    public void AxesOfNeighbouringArraysStandInTheirPlaceOthersFirst()
    {
        var pair = new[] { 1, 0 };
        Assert.Equal((2, 2), Cube[.., pair, pair].Shape);
        Assert.Equal((2, 3), Cube[pair, .., pair].Shape);
        Assert.Equal([101, 111, 121, 0, 10, 20], Cube[pair, .., pair].ToArray<int>());
        Assert.Equal((2, 1, 3), Cube[0, Mx.NewAxis, .., pair].Shape);
        Assert.Equal((1, 3, 2), Cube[Mx.NewAxis, 0, .., ..][.., .., pair].Shape);
    }

    [Fact]
    public void IndicesOutOfRangeInAnArrayCountAsTheNearestWithin()
    {
        NDArray x = new[] { 1, 2, 3 };
        Assert.Equal([1, 1, 3, 3, 3], x[new[] { -9, -3, -1, 2, int.MaxValue }].ToArray<int>());
        Assert.Equal([1, 3], x[new[] { long.MinValue, long.MaxValue }].ToArray<int>());
    }

    [Theory]
    [InlineData(DType.UInt8), InlineData(DType.UInt64), InlineData(DType.Int8), InlineData(DType.Int16), InlineData(DType.Int64)]
    public void IndicesAreIntegersOfAnyType(DType dtype) =>
        Assert.Equal([3, 1], ((NDArray)new[] { 1, 2, 3 })[Mx.AsType(new[] { 2, 0 }, dtype)].ToArray<int>());

    [Fact]
    public void EmptyArraysHaveEmptyParts()
    {
        NDArray x = Mx.Zeros((0, 3));
        Assert.Equal((0, 3), x[..].Shape);
        Assert.Equal(0, x[.., 1].Shape[0]);
        Assert.Equal((0, 1, 3), x[.., Mx.NewAxis].Shape);
        Assert.Equal((0, 3), x[Mx.Zeros(0, DType.Int32)].Shape);
        Assert.Equal((2, 0), x[.., new[] { 0, 2 }].T.Shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x[new[] { 0 }]);
    }

    private static int[,,] Numbers(int planes, int rows, int columns)
    {
        var numbers = new int[planes, rows, columns];
        for (int i = 0; i < planes; i++)
            for (int j = 0; j < rows; j++)
                for (int k = 0; k < columns; k++)
                    numbers[i, j, k] = (100 * i) + (10 * j) + k;
        return numbers;
    }
}
