using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ExpTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Function>();

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Function>();

    [Fact]
    public void Special_values() => Accuracy.Special<Function>(
        (0, 1), (-0.0, 1), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, 0),
        (double.NaN, double.NaN), (1000, double.PositiveInfinity), (-1000, 0));

    private readonly struct Function : IUnaryFunction
    {
        public static (double Low, double High) Domain => (double.MinValue, double.MaxValue);

        public static (double Low, double High) Dense => (-750, 750);

        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float> => Exp.Float32(x);

        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double> => Exp.Float64(x);

        public static BigReal Exact(double x) => BigExponential.Exp(x);
    }
}
