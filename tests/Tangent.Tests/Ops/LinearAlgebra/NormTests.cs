using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Ops.LinearAlgebra;

public class NormTests
{
    [Theory]
    [InlineData(1.0), InlineData(-1.0), InlineData(2.0), InlineData(double.PositiveInfinity), InlineData(double.NegativeInfinity)]
    public void TheFirstAxisIsThatOfTheRows(double order)
    {
        NDArray x = Samples.Numbers((2, 3, 4));
        foreach ((int rows, int columns, int other) in new[] { (0, 1, 2), (1, 0, 2), (2, 0, 1), (0, 2, 1), (2, 1, 0) })
        {
            double[] expected = Mx.Linalg.MatrixNorm(Mx.Transpose(x, [other, rows, columns]), order).ToArray<double>();
            Assert.Equal(expected, Mx.Linalg.Norm(x, order, new Axes([rows, columns])).ToArray<double>());
            Assert.Equal(expected, Mx.Linalg.Norm(x, order, new Axes([rows - 3, columns - 3])).ToArray<double>());
        }
    }
}
