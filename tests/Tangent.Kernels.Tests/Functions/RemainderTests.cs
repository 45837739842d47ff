using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class RemainderTests
{
    [Fact]
    public void Float32_is_the_floored_remainder_of_any_quotient() => BinaryAccuracy.Float32<Remainder>(Sample, limit: 0.5);

    [Fact]
    public void Float64_is_the_floored_remainder_of_any_quotient() =>
        BinaryAccuracy.Float64<Remainder>((x, y) => y == 0 ? null : Exact(x, y), Sample, limit: 0.5);

    [Fact]
    public void Special_values() => BinaryAccuracy.Special<Remainder>(
        Rule,
        [0, -0.0, 1, -1, 5, -5, double.PositiveInfinity, double.NegativeInfinity, double.NaN],
        [0, -0.0, 1, -1, 3, -3, double.PositiveInfinity, double.NegativeInfinity, double.NaN]);

    private static double Rule(double x, double y)
    {
        double rest = x % y;
        return rest == 0 ? Math.CopySign(0, y) : rest < 0 != y < 0 ? rest + y : rest;
    }

    private static BigReal Exact(double x, double y)
    {
        double rest = Math.Abs(x / y) < 1 ? x : x % y;
        return rest != 0 && rest < 0 != y < 0 ? (BigReal)rest + y : rest;
    }

    private static (double X, double Y) Sample(Random random)
    {
        double y = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-20, 20));
        double x = random.Next(3) == 0 ? Math.Round(100 * random.NextDouble()) * y : (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-20, 30));
        return (x, y);
    }
}
