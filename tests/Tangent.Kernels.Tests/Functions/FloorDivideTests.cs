using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class FloorDivideTests
{
    [Fact]
    public void Rounds_the_exact_quotient_down() => BinaryAccuracy.Special<FloorDivide>(
        Rule,
        [0, -0.0, 1, -1, 5, -5, 7.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN],
        [0, -0.0, 2, -2, 4, -0.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN]);

    // Multiples, whose rounded quotients are whole although the exact ones may lie below. The remainder of two float32 is exact in float64.
    [Fact]
    public void A_quotient_that_rounds_up_to_a_whole_number_is_not_that_number()
    {
        var random = new Random(7);
        int corrected = 0;
        for (int i = 0; i < 20_000; i++)
        {
            float y = random.NextSingle() * (random.Next(2) == 0 ? 1 : -1), x = random.Next(-1000, 1000) * y;
            double rest = (double)x % y, whole = (x - rest) / y, expected = rest != 0 && rest < 0 != y < 0 ? whole - 1 : whole;
            corrected += Math.Floor(x / y) != expected ? 1 : 0;
            Assert.Equal(expected, Lanes128<float>.Get(FloorDivide.Float32(Lanes128<float>.Broadcast(x), Lanes128<float>.Broadcast(y)), 0));
        }
        Assert.True(corrected > 100);
        Assert.Equal(9, Lanes128<double>.Get(FloorDivide.Float64(Lanes128<double>.Broadcast(1.0), Lanes128<double>.Broadcast(0.1)), 0));
    }

    private static double Rule(double x, double y) =>
        double.IsInfinity(y) && double.IsFinite(x) && x != 0 && x < 0 != y < 0 ? -1 : Math.Floor(x / y);
}
