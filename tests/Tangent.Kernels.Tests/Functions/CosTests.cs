using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class CosTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Function>();

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Function>();

    [Fact]
    public void Special_values() => Accuracy.Special<Function>(
        (0, 1), (-0.0, 1), (double.PositiveInfinity, double.NaN), (double.NegativeInfinity, double.NaN), (double.NaN, double.NaN), (1e-300, 1));

    private readonly struct Function : IUnaryFunction
    {
        public static (double Low, double High) Domain => (double.MinValue, double.MaxValue);

        public static (double Low, double High) Dense => (-1000, 1000);

        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float> => Cos.Float32(x);

        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double> => Cos.Float64(x);

        public static BigReal Exact(double x) => BigTrigonometry.Cos(x);
    }
}
