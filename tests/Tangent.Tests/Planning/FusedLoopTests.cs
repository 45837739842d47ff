using Xunit;

namespace Tangent.Tests.Planning;

public class FusedLoopTests
{
    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    public void SixteenBitTypesRoundAfterEachOperationFusedOrNot(DType dtype)
    {
        NDArray x = Mx.Random.Normal(20_000, key: Mx.Random.Key(3)).AsType(dtype).Eval();
        NDArray stepwise = Compute(x, y => y.Eval()), fused = Compute(x, y => y);
        NDArray compiled = Mx.Compile((NDArray v) => Compute(v, y => y))(x);
        Assert.True(Mx.ArrayEqual(stepwise, fused).Item<bool>());
        Assert.True(Mx.ArrayEqual(stepwise, compiled).Item<bool>());
        Assert.Equal(Mx.Sum(stepwise).Item<float>(), Mx.Sum(Compute(x, y => y)).Item<float>());
    }

    private static NDArray Compute(NDArray x, Func<NDArray, NDArray> seen)
    {
        NDArray product = seen(seen(Mx.Tanh(x)) * x);
        NDArray sum = seen(product + seen(x * 0.3));
        return seen(seen(seen(sum / seen(Mx.Exp(x))) - product).AsType(DType.Float32));
    }
}
