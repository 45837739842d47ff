using Xunit;

namespace Tangent.Tests.Primitives.Pooling;

public class AveragePoolTests
{
    [Fact]
    public void TheRecordedLayersAgree() => RecordedPools.Agree("AvgPool", (x, window, stride, padding) => Mx.AveragePool(x, window, stride, padding));

    [Fact]
    public void DerivativesOfRandomWindowsAreRight() => RandomPools.HaveRightDerivatives((x, window, stride, padding) => Mx.AveragePool(x, window, stride, padding));

    [Fact]
    public void ZerosInThePaddingCount() => Assert.Equal([2f, 4, 2], Mx.AveragePool(Mx.Full((1, 2, 1), 4f), 2, 1, 1).ToArray<float>());

    [Fact]
    public void IntegersBecomeFloatsAndHalvesAreRoundedOnce()
    {
        NDArray y = Mx.AveragePool(Mx.Reshape(new[] { 1, 2, 3, 5 }, (1, 4, 1)), 2);
        Assert.Equal(DType.Float32, y.DType);
        Assert.Equal([1.5f, 4], y.ToArray<float>());
        NDArray half = Mx.AveragePool(Mx.Ones((1, 4096, 1), DType.Float16), 4096);
        Assert.Equal((DType.Float16, (Half)1), (half.DType, half.Item<Half>()));
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Refusal.Argument("AveragePool: the input [9] needs 3 axes or more", () => Mx.AveragePool(Mx.Zeros(9), 2));
        Refusal.Argument("AveragePool: the window [5] does not fit in the padded input [2,3,6] along axis 1.", () => Mx.AveragePool(Mx.Zeros((2, 3, 6)), 5));
    }
}
