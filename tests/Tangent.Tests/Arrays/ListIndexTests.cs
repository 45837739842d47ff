using Xunit;

namespace Tangent.Tests.Arrays;

/// <summary>A list between the brackets is one entry: it selects rows, as in NumPy, wherever it stands and however it is written.</summary>
public class ListIndexTests
{
    // x[i, j] is 10 i + j.
    private static NDArray Matrix => Mx.Array(new[,] { { 0, 1, 2 }, { 10, 11, 12 }, { 20, 21, 22 } });

    [Fact]
    public void AListSelectsRows()
    {
        NDArray x = Matrix;
        Assert.Equal(new[,] { { 0, 1, 2 }, { 10, 11, 12 } }, x[[0, 1]].ToArray2D<int>());
        Assert.Equal(new[,] { { 20, 21, 22 }, { 0, 1, 2 } }, x[[-1, 0]].ToArray2D<int>());
        Assert.Equal(new[,] { { 20, 21, 22 }, { 0, 1, 2 } }, x[[^1, 0]].ToArray2D<int>());
        Assert.Equal(new[,] { { 10, 11, 12 } }, x[[1]].ToArray2D<int>());
        Assert.Equal(new[,] { { 10, 11, 12 } }, x[[1L]].ToArray2D<int>());
        Assert.Equal((0, 3), x[[]].Shape);
        Assert.Equal(1, x[0, 1].Item<int>());
    }

    [Fact]
    public void AListStandsBesideOtherEntries()
    {
        NDArray x = Matrix;
        Assert.Equal(new[,] { { 2, 0 }, { 12, 10 }, { 22, 20 } }, x[.., [2, 0]].ToArray2D<int>());
        Assert.Equal([11, 22], x[[1, 2], [1, 2]].ToArray<int>());
        Assert.Equal([10, 20], x[[1, 2], 0].ToArray<int>());
    }

    [Fact]
    public void AListOfListsIsOneEntryToo()
    {
        NDArray x = Mx.Arange(4) * 10;
        Assert.Equal(new[,] { { 0, 10 }, { 30, 0 } }, x[[[0, 1], [3, 0]]].ToArray2D<int>());
        Assert.Equal(new[,] { { 0, 10 }, { 30, 0 } }, x[new[] { new[] { 0, 1 }, new[] { 3, 0 } }].ToArray2D<int>());
    }

    [Fact]
    public void AListIsWrittenThrough()
    {
        NDArray x = Matrix;
        x[[0, 2]] = -1;
        Assert.Equal(new[,] { { -1, -1, -1 }, { 10, 11, 12 }, { -1, -1, -1 } }, x.ToArray2D<int>());
        Assert.Equal(new[,] { { 1, 2, 3 }, { 11, 12, 13 }, { 20, 21, 22 } }, Matrix.At[[0, 1]].Add(1).ToArray2D<int>());
        Assert.Equal(new[,] { { 0, 6, 2 }, { 10, 16, 12 }, { 20, 26, 22 } }, Matrix.At[.., [1]].Add(5).ToArray2D<int>());
    }

    [Fact]
    public void AnEntryHeldInAVariableIsWhatItWas()
    {
        ReadOnlySpan<ArrayIndex> entries = [0, 1];
        ArrayIndex[] array = [2, Range.All];
        ArrayIndex list = [0, 1];
        Assert.Equal(1, Matrix[entries].Item<int>());
        Assert.Equal([20, 21, 22], Matrix[array].ToArray<int>());
        Assert.Equal((2, 3), Matrix[list].Shape);
    }

    [Fact]
    public void WhatIsListedMustBeThere()
    {
        Refusal.Of<ArgumentOutOfRangeException>("x[...]: index 3 is out of range for axis 0 of shape [3,3]", () => Matrix[[0, 3]]);
        Refusal.Of<ArgumentOutOfRangeException>("x[...]: index -4 is out of range for axis 1 of shape [3,3]", () => Matrix[.., [0, -4]]);
        Refusal.Of<ArgumentOutOfRangeException>("x.At[...]: index 9 is out of range for axis 0 of shape [3,3]", () => Matrix.At[[[9], [0]]].Add(1));
    }

    [Fact]
    public void AListOfSomethingElseIsRefused()
    {
        Refusal.Argument("x[...]: a list in an index holds integers, or lists of integers, and nothing else: not a range", () => Matrix[[0, 1..2]]);
        Refusal.Argument("x[...]: a list in an index holds integers, or lists of integers, and nothing else: not ^0", () => Matrix[[^0]]);
        Refusal.Argument("x[...]: a list in an index holds integers, or lists of integers, and nothing else: not Mx.Ellipsis", () => Matrix[[Mx.Ellipsis]]);
        Refusal.Argument("x[...]: a list in an index holds integers, or lists of integers, and nothing else: not a list beside", () => Matrix[[0, [1]]]);
        Refusal.Argument("x[...]: a list in an index holds integers, or lists of integers, and nothing else: not an integer beside", () => Matrix[[[1], 0]]);
        Refusal.Argument("Stack: array 1 has shape [2]", () => Matrix[[[1], [0, 1]]]);
    }

    [Fact]
    public void ALongIndexIsAnIndex()
    {
        long last = 2;
        uint first = 1;
        byte second = 2;
        Assert.Equal(22, Matrix[last, -1L].Item<int>());
        Assert.Equal([10, 11, 12], Matrix[first].ToArray<int>());
        Assert.Equal([20, 21, 22], Matrix[second].ToArray<int>());
        Refusal.Of<ArgumentOutOfRangeException>("x[...]: index 3 is out of range for axis 0 of shape [3,3]", () => Matrix[3L]);
        Refusal.Of<ArgumentOutOfRangeException>("x[...]: index 4294967296 is out of range", () => Matrix[1L << 32]);
        Refusal.Of<ArgumentOutOfRangeException>("x[...]: index -4294967296 is out of range", () => Matrix[-(1L << 32)]);
    }
}
