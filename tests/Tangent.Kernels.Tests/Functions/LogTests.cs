using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class LogTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Function>();

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Function>();

    [Fact]
    public void Special_values() => Accuracy.Special<Function>(
        (1, 0), (0, double.NegativeInfinity), (-0.0, double.NegativeInfinity), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NaN),
        (double.NaN, double.NaN), (-1, double.NaN));

    private readonly struct Function : IUnaryFunction
    {
        public static (double Low, double High) Domain => (double.Epsilon, double.MaxValue);

        public static (double Low, double High) Dense => (0, 4);

        public static V Float32<V>(V x) where V : unmanaged, ILanes<V, float> => Log.Float32(x);

        public static V Float64<V>(V x) where V : unmanaged, ILanes<V, double> => Log.Float64(x);

        public static BigReal Exact(double x) => BigExponential.Log(x);
    }
}
