using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class SigmoidTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Function>();

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Function>();

    [Fact]
    public void Special_values() => Accuracy.Special<Function>(
        (0, 0.5), (-0.0, 0.5), (double.PositiveInfinity, 1), (double.NegativeInfinity, 0), (double.NaN, double.NaN), (-1000, 0));

    private readonly struct Function : IUnaryFunction
    {
        public static (double Low, double High) Domain => (double.MinValue, double.MaxValue);

        public static (double Low, double High) Dense => (-750, 40);

        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float> => Sigmoid.Float32(x);

        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double> => Sigmoid.Float64(x);

        public static BigReal Exact(double x) => BigExponential.Sigmoid(x);
    }
}
