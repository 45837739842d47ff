using Xunit;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Measures a function of complex numbers against its definition, each part by itself.</summary>
internal static class ComplexAccuracy
{
    public static void Check(Func<Complex64, Complex64> function, Func<BigComplex, BigComplex> exact, double limit = 0.6)
    {
        var random = new Random(7);
        var worst = new Worst();
        for (int i = 0; i < 1_000; i++)
        {
            Complex64 z = Sample(random);
            Complex64 value = function(z);
            BigComplex expected = exact(z);
            worst.Add(Ulp.Error(value.Real, (double)expected.Real), z, value);
            worst.Add(Ulp.Error(value.Imaginary, (double)expected.Imaginary), z, value);
        }
        worst.Check<Complex64>(limit);
    }

    public static void AssertNear(Complex64 actual, double real, double imaginary)
    {
        Assert.True(Ulp.Error(actual.Real, real) <= 0.6 && float.IsNegative(actual.Real) == double.IsNegative(real), $"{actual}, not {real}");
        Assert.True(
            Ulp.Error(actual.Imaginary, imaginary) <= 0.6 && float.IsNegative(actual.Imaginary) == double.IsNegative(imaginary),
            $"{actual}, not {imaginary}i");
    }

    /// <summary>In all quadrants, of all moduli from 2⁻¹² to 2⁴, every third close to an axis or to the unit circle.</summary>
    public static Complex64 Sample(Random random)
    {
        double modulus = Math.ScaleB(0.5 + random.NextDouble(), random.Next(-12, 5)), angle = 2 * Math.PI * random.NextDouble();
        var z = new Complex64((float)(modulus * Math.Cos(angle)), (float)(modulus * Math.Sin(angle)));
        float small = (float)Math.ScaleB(random.NextDouble(), -random.Next(1, 14));
        return random.Next(9) switch
        {
            0 => z with { Imaginary = small },
            1 => z with { Real = -small },
            2 => new((float)((1 + small) * Math.Cos(angle)), (float)((1 + small) * Math.Sin(angle))),
            _ => z,
        };
    }
}
