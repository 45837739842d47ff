using CsCheck;
using Xunit;

namespace Tangent.Tests.Arrays;

/// <summary>Parts of arrays replaced by the brackets.</summary>
public class NDArrayWritingTests
{
    private static NDArray Matrix => Mx.Reshape(Mx.Arange(12), (3, 4));

    [Fact]
    public void AnyIndexReplacesWhatItSelects() => RandomIndices.All.Sample(
        sample =>
        {
            (int[] shape, int[] places) = NaiveIndex.Select(sample.Shape, sample.Index);
            NDArray x = Mx.Reshape(Mx.Arange((int)new Shape(sample.Shape).Size), sample.Shape);
            int[] expected = x.ToArray<int>();
            for (int i = 0; i < places.Length; i++)
                expected[places[i]] = -1 - i;
            x[(ArrayIndex[])[.. sample.Index.Select(NaiveIndex.ToIndex)]] = Mx.Reshape(-1 - Mx.Arange(places.Length), shape);
            return x.Shape == new Shape(sample.Shape) && x.ToArray<int>().SequenceEqual(expected);
        },
        iter: 2000);

    [Fact]
    public void AnyUpdateCountsEveryRepeatedIndex() => RandomIndices.All.Sample(
        sample =>
        {
            (int[] shape, int[] places) = NaiveIndex.Select(sample.Shape, sample.Index);
            NDArray x = Mx.Reshape(Mx.Arange((int)new Shape(sample.Shape).Size), sample.Shape);
            int[] expected = x.ToArray<int>();
            for (int i = 0; i < places.Length; i++)
                expected[places[i]] += i + 1;
            NDArray y = x.At[(ArrayIndex[])[.. sample.Index.Select(NaiveIndex.ToIndex)]].Add(Mx.Reshape(1 + Mx.Arange(places.Length), shape));
            return y.ToArray<int>().SequenceEqual(expected);
        },
        iter: 1000);

    [Fact]
    public void OnlyThisHandleChanges()
    {
        NDArray x = Matrix;
        NDArray sum = Mx.Sum(x);
        NDArray other = Mx.Reshape(x, (3, 4));
        NDArray same = x;
        x[1, 1] = 100;
        Assert.Equal(100, x[1, 1].Item<int>());
        Assert.Equal(100, same[1, 1].Item<int>());
        Assert.Equal(5, other[1, 1].Item<int>());
        Assert.Equal(66, sum.Item<int>());
        Assert.Equal(161, Mx.Sum(x).Item<int>());
    }

    [Fact]
    public void TheValueTakesTheTypeOfTheArray()
    {
        NDArray x = Matrix;
        x[0] = 2.75;
        x[1] = Mx.AsType(new[] { 1.5, 2.5, 3.5, 4.5 }, DType.Float64);
        Assert.Equal(DType.Int32, x.DType);
        Assert.Equal([2, 2, 2, 2, 1, 2, 3, 4, 8, 9, 10, 11], x.ToArray<int>());
    }

    [Fact]
    public void TheValueBroadcastsToThePart()
    {
        NDArray x = Matrix;
        x[.., 1..3] = Mx.Reshape(new[] { -1, -2, -3 }, (1, 3, 1));
        Assert.Equal([0, -1, -1, 3, 4, -2, -2, 7, 8, -3, -3, 11], x.ToArray<int>());
    }

    [Fact]
    public void TheValueMayBeThePartItself()
    {
        NDArray x = Matrix;
        x[..] = x[Mx.Every(-1)];
        x[0, 1..] = x[0, ..^1];
        Assert.Equal([8, 8, 9, 10, 4, 5, 6, 7, 0, 1, 2, 3], x.ToArray<int>());
    }

    [Fact]
    public void OfValuesForOnePlaceTheLastStays()
    {
        NDArray x = Mx.Zeros(3);
        x[new[] { 0, 2, 0, -1 }] = new[] { 1f, 2, 3, 4 };
        Assert.Equal([3f, 0, 4], x.ToArray<float>());
    }

    [Fact]
    public void ValuesForIndicesOutOfRangeAreIgnored()
    {
        NDArray x = new[] { 1, 2, 3 };
        x[new[] { 3, -4, int.MinValue, int.MaxValue, 1 }] = new[] { 9, 9, 9, 9, 7 };
        Assert.Equal([1, 7, 3], x.ToArray<int>());
    }

    [Fact]
    public void ALiteralBecomesAnArrayOfItsType()
    {
        NDArray x = 2.0;
        x[Mx.Ellipsis] = 3.5;
        Assert.Equal(3.5f, x.Item<float>());
        Assert.Equal(DType.Float32, (x + Mx.Zeros(1, DType.Float16)).DType);
    }

    [Fact]
    public void EmptyPartsChangeNothing()
    {
        NDArray x = Matrix;
        x[2..1] = 5;
        x[Mx.Zeros(0, DType.Int32)] = 5;
        x[1.., Mx.Zeros((0, 2), DType.Int32)] = 5;
        x[new bool[3]] = 5;
        Assert.Equal(Matrix.ToArray<int>(), x.ToArray<int>());
        NDArray empty = Mx.Zeros((0, 3));
        empty[.., 1] = 5;
        empty[Mx.Zeros((0, 3), DType.Bool)] = 5;
        empty[Mx.Every(-1)] = Mx.Ones((0, 3));
        Assert.Equal((0, 3), empty.Eval().Shape);
    }
}
