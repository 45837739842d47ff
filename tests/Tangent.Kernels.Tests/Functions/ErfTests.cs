using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ErfTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Function>();

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Function>();

    [Fact]
    public void Special_values() => Accuracy.Special<Function>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, 1), (double.NegativeInfinity, -1), (double.NaN, double.NaN), (7, 1), (-7, -1));

    private readonly struct Function : IUnaryFunction
    {
        public static (double Low, double High) Domain => (double.MinValue, double.MaxValue);

        public static (double Low, double High) Dense => (-6, 6);

        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float> => Erf.Float32(x);

        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double> => Erf.Float64(x);

        public static BigReal Exact(double x) => BigErrorFunction.Erf(x);
    }
}
