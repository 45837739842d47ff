using Xunit;

namespace Tangent.Tests.Primitives.Normalization;

public class LayerNormTests
{
    [Fact]
    public void RowsHaveMeanZeroAndVarianceOne()
    {
        NDArray x = Mx.Reshape(Mx.Arange(12.0), (3, 4)) * 1e3 + 1e6;
        NDArray y = Mx.Fast.LayerNorm(x, null, null, 0);
        Assert.All(Mx.Mean(y, 1).AsType(DType.Float64).ToArray<double>(), mean => Assert.Equal(0, mean, 1e-6));
        Assert.All(Mx.Var(y, 1).AsType(DType.Float64).ToArray<double>(), variance => Assert.Equal(1, variance, 1e-6));
    }

    [Fact]
    public void WeightAndBiasApplyToEachPlaceOfTheLastAxis()
    {
        NDArray x = Mx.Array(new[,] { { -1.0, 1 }, { 1, -1 } });
        NDArray y = Mx.Fast.LayerNorm(x, new[] { 2.0, 3 }, new[] { 10.0, 20 }, 0);
        Assert.Equal([8.0, 23, 12, 17], y.ToArray<double>());
        Assert.Equal([10.0, 23], Mx.Fast.LayerNorm(x[0], null, new[] { 11.0, 22 }, 0).ToArray<double>());
    }

    [Fact]
    public void SixteenBitRowsAreComputedInFloat32()
    {
        NDArray x = Mx.Full((2, 3000), 30, DType.Float16);
        Assert.All(Mx.Fast.LayerNorm(x, null, null, 1e-5).ToArray<Half>(), value => Assert.Equal((Half)0, value));
    }

    [Fact]
    public void ArgumentsThatDoNotFitAreNamed()
    {
        NDArray x = Mx.Zeros((2, 4));
        Assert.Contains("LayerNorm: the weight has shape [3], not [4]", Message(() => Mx.Fast.LayerNorm(x, Mx.Ones(3), null, 0)), StringComparison.Ordinal);
        Assert.Contains("the bias has shape [2,4]", Message(() => Mx.Fast.LayerNorm(x, null, Mx.Ones((2, 4)), 0)), StringComparison.Ordinal);
        Assert.Contains("no axis", Message(() => Mx.Fast.LayerNorm(Mx.Array(1.0), null, null, 0)), StringComparison.Ordinal);
        Assert.Contains("int32", Message(() => Mx.Fast.LayerNorm(new[] { 1, 2 }, null, null, 0)), StringComparison.Ordinal);

        static string Message(Func<object> call) => Assert.ThrowsAny<ArgumentException>(call).Message;
    }
}
