using Xunit;

namespace Tangent.Tests.Arrays;

public class ShapeTests
{
    [Fact]
    public void AShapeIsTakenApart()
    {
        (int rows, int columns) = Mx.Zeros((2, 3)).Shape;
        (int a, int b, int c) = Mx.Zeros((2, 3, 4)).Shape;
        var (d, e, f, g) = new Shape([1, 2, 3, 4]);
        var (h, _, _, _, i) = new Shape([5, 6, 7, 8, 9]);
        Assert.Equal((2, 3), (rows, columns));
        Assert.Equal((2, 3, 4), (a, b, c));
        Assert.Equal((1, 2, 3, 4), (d, e, f, g));
        Assert.Equal((5, 9), (h, i));
        Refusal.Of<InvalidOperationException>("Deconstruct: shape [2,3] has 2 axes, not 3.", () =>
        {
            (int x, _, _) = Mx.Zeros((2, 3)).Shape;
            return x;
        });
    }

    [Fact]
    public void ShapesOfManyAxesAreWrittenAsTuples()
    {
        Assert.Equal([1, 2, 3, 4, 5], Mx.Zeros((1, 2, 3, 4, 5)).Shape);
        Assert.Equal([1, 2, 1, 2, 1, 2], Mx.Ones((1, 2, 1, 2, 1, 2)).Shape);
    }

    [Fact]
    public void LengthsWithoutParenthesesAreAxes()
    {
        Assert.Equal((3, 4), Mx.Zeros(3, 4).Shape);
        Assert.Equal((3, 0), Mx.Zeros(3, 0).Shape);
        Assert.Equal((2, 3, 0), Mx.Ones(2, 3, 0).Shape);
        Assert.Equal((2, 3, 4, 5), Mx.Ones(2, 3, 4, 5).Shape);
        Assert.Equal(DType.Float64, Mx.Zeros(3, 4, DType.Float64).DType);
        Assert.Equal(DType.Int32, Mx.Zeros(3, DType.Int32).DType);
        Assert.Equal(1, Mx.Ones(2, 3)[1, 2].Item<float>());
    }
}
