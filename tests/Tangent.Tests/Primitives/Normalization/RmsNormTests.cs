using Xunit;

namespace Tangent.Tests.Primitives.Normalization;

public class RmsNormTests
{
    [Fact]
    public void Values()
    {
        NDArray x = Mx.Array(new[,] { { 3.0, 4, 0, 0 }, { 0, 0, 0, 2 } });
        double[] y = Mx.Fast.RmsNorm(x, null, 0).ToArray<double>();
        Assert.Equal([1.2, 1.6, 0, 0, 0, 0, 0, 2], y.Select(value => Math.Round(value, 14)));
        Assert.Equal([0.0, 0, 0, 6], Mx.Fast.RmsNorm(x[1], new[] { 9.0, 9, 9, 3 }, 0).ToArray<double>());
    }

    [Fact]
    public void AWideTypeWins()
    {
        NDArray x = Mx.Ones(4, DType.Float16);
        Assert.Equal(DType.Float32, Mx.Fast.RmsNorm(x, Mx.Ones(4), 1e-5).DType);
        Assert.Equal(DType.Float16, Mx.Fast.RmsNorm(x, null, 1e-5).DType);
        Assert.Throws<ArgumentException>(() => Mx.Fast.RmsNorm(x, Mx.Ones(5), 0));
    }
}
