using Xunit;

namespace Tangent.Tests.Ops.Indexing;

/// <summary>Assignment where a mask is true.</summary>
public class MaskedPartTests
{
    private static NDArray Matrix => Mx.Reshape(Mx.Arange(6), (3, 2));

    [Fact]
    public void OneValueGoesToAllTruePlaces()
    {
        NDArray x = Matrix;
        x[x > 3] = -1;
        Assert.Equal([0, 1, 2, 3, -1, -1], x.ToArray<int>());
        x[new[] { true, false, true }] = new[] { 7, 8 };
        Assert.Equal([7, 8, 2, 3, 7, 8], x.ToArray<int>());
    }

    [Fact]
    public void ValuesGoToTheTruePlacesInOrder()
    {
        NDArray x = Matrix;
        x[x != 2] = new[] { 10, 11, 12, 13, 14 };
        Assert.Equal([10, 11, 2, 12, 13, 14], x.ToArray<int>());
        x[new[] { true, false, true }] = Mx.Reshape(new[] { -1, -2 }, (2, 1));
        Assert.Equal([-1, -1, 2, 12, -2, -2], x.ToArray<int>());
    }

    [Fact]
    public void PlacesWithoutAValueKeepTheirsAndFurtherValuesAreLeftOut()
    {
        NDArray x = Matrix;
        x[x >= 1] = new[] { 10, 11 };
        Assert.Equal([0, 10, 11, 3, 4, 5], x.ToArray<int>());
        x = Matrix;
        x[x < 2] = new[] { 10, 11, 12, 13, 14, 15, 16, 17 };
        Assert.Equal([10, 11, 2, 3, 4, 5], x.ToArray<int>());
    }

    [Fact]
    public void AScalarMaskChoosesAllOrNothing()
    {
        NDArray x = Matrix;
        x[Mx.AsType(false, DType.Bool)] = 5;
        Assert.Equal([0, 1, 2, 3, 4, 5], x.ToArray<int>());
        x[Mx.AsType(true, DType.Bool)] = new[] { 8, 9 };
        Assert.Equal([8, 9, 8, 9, 8, 9], x.ToArray<int>());
    }

    [Fact]
    public void UpdatesMeetTheTruePlacesOnly()
    {
        NDArray mask = Matrix > 3;
        Assert.Equal([0, 1, 2, 3, 14, 25], Matrix.At[mask].Add(new[] { 10, 20 }).ToArray<int>());
        Assert.Equal([0, 1, 2, 3, 40, 50], Matrix.At[mask].Multiply(10).ToArray<int>());
        Assert.Equal([0, 1, 2, 3, 4, 4], Matrix.At[mask].Minimum(4).ToArray<int>());
    }

    [Fact]
    public void EveryExampleHasItsOwnMask()
    {
        NDArray batch = Mx.Array(new[,] { { 1.0, -2, -3 }, { -4, 5, -6 } });
        Func<NDArray[], NDArray[]> fill = v => { v[0][v[0] < 0] = v[1]; return [v[0]]; };
        NDArray values = new[] { 10.0, 20 };
        Assert.Equal([1.0, 10, 20, 10, 5, 20], Mx.Vmap(fill, [0, null])([batch, values])[0].ToArray<double>());
    }

    [Fact]
    public void AMaskOfAnotherShapeIsRefused()
    {
        NDArray x = Matrix;
        var error = Assert.Throws<ArgumentException>(() => x[new[] { true, false }] = 5);
        Assert.Contains("x[...] = value: the mask has shape [2], which the leading axes of shape [3,2] must have too", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x[Mx.Zeros((3, 2, 1), DType.Bool)] = 5);
        Assert.Throws<ArgumentException>(() => x.At[Mx.Zeros(2, DType.Bool)].Add(5));
        Assert.Equal([0, 1, 2, 3, 4, 5], x.ToArray<int>());
    }

    [Fact]
    public void ValuesThatFitNoElementAreRefused()
    {
        NDArray x = Matrix;
        var error = Assert.Throws<ArgumentException>(() => x[new[] { true, false, true }] = new[] { 1, 2, 3 });
        Assert.Contains("values of shape [3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("elements of shape [2]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x[x > 1] = Mx.Zeros((2, 2)));
        Assert.Equal([0, 1, 2, 3, 4, 5], x.ToArray<int>());
    }
}
