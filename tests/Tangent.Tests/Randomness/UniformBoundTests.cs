using Xunit;

namespace Tangent.Tests.Randomness;

/// <summary>The upper bound is left out, though the narrow types would round up to it.</summary>
public class UniformBoundTests
{
    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void NumbersBelowOneStayBelowOne(DType dtype)
    {
        NDArray drawn = Mx.Random.Uniform(shape: 1 << 17, dtype: dtype, key: Mx.Random.Key(3));
        Assert.True(Mx.All(drawn < 1).Item<bool>());
        Assert.True(Mx.All(drawn >= 0).Item<bool>());
    }
}
