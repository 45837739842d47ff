using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcTan2Tests
{
    [Fact]
    public void Float32_is_within_two_ulp() => BinaryAccuracy.Float32<ArcTan2>(Sample);

    [Fact]
    public void Float64_is_within_two_ulp() => BinaryAccuracy.Float64<ArcTan2>(
        (y, x) => x == 0 && y == 0 ? null : BigTrigonometry.ArcTan2(y, x), Sample);

    [Fact]
    public void Special_values_are_those_of_IEEE()
    {
        double[] values = [0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (double y in values)
        {
            foreach (double x in values)
            {
                double angle = Lanes128<double>.Get(ArcTan2.Float64(Lanes128<double>.Broadcast(y), Lanes128<double>.Broadcast(x)), 0);
                float single = Lanes128<float>.Get(ArcTan2.Float32(Lanes128<float>.Broadcast((float)y), Lanes128<float>.Broadcast((float)x)), 0);
                Assert.Equal(Math.Atan2(y, x), angle, 1e-15);
                Assert.Equal(MathF.Atan2((float)y, (float)x), single, 3e-7f);
                Assert.Equal(double.IsNegative(Math.Atan2(y, x)), double.IsNegative(angle));
            }
        }
    }

    private static (double Y, double X) Sample(Random random)
    {
        double y = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-20, 20));
        return (y, (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-20, 20)));
    }
}
