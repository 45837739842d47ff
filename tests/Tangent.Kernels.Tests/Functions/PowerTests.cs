using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class PowerTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => BinaryAccuracy.Float32<Power>(random => Sample(random, -105, 90));

    [Fact]
    public void Float64_is_within_two_ulp() => BinaryAccuracy.Float64<Power>(Exact, random => Sample(random, -748, 712));

    [Fact]
    public void Special_values_are_those_of_IEEE() => BinaryAccuracy.Special<Power>(
        Math.Pow,
        [0, -0.0, 1, -1, 4, -4, 0.25, -0.25, double.PositiveInfinity, double.NegativeInfinity, double.NaN],
        [0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1e30, -1e30, double.PositiveInfinity, double.NegativeInfinity, double.NaN]);

    [Fact]
    public void Small_whole_powers_are_exact()
    {
        double[] bases = [-9, -7, -5, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        foreach (double x in bases)
        {
            double product = 1;
            for (int y = 0; y <= 6; y++, product *= x)
                Assert.Equal(product, Lanes256<double>.Get(Power.Float64(Lanes256<double>.Broadcast(x), Lanes256<double>.Broadcast(y)), 0));
        }
    }

    /// <summary>Any base, and an exponent that puts the logarithm of the power anywhere in a range.</summary>
    private static (double X, double Y) Sample(Random random, double low, double high)
    {
        double x = random.Next(3) switch
        {
            0 => Math.ScaleB(1 + random.NextDouble(), random.Next(-140, 120)),
            1 => 1 + (random.NextDouble() - 0.5) * Math.ScaleB(1, -random.Next(24)),
            _ => 4 * random.NextDouble(),
        };
        double y = (low + (high - low) * random.NextDouble()) / Math.Log((float)x);
        return random.Next(5) == 0 ? (-x, Math.Round(y)) : (x, y);
    }

    private static BigReal? Exact(double x, double y)
    {
        if (x == 0 || (x < 0 && y != Math.Floor(y))) return null;
        BigReal power = BigExponential.Exp(BigExponential.Log(Math.Abs(x)) * y);
        return x < 0 && Math.Abs(Math.IEEERemainder(y, 2)) == 1 ? -power : power;
    }
}
