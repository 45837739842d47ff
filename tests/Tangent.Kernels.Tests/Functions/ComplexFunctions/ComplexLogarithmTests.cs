using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexLogarithmTests
{
    [Fact]
    public void Log_rounds_once_near_the_unit_circle_too() => ComplexAccuracy.Check(ComplexLogarithm.Log, BigComplex.Log);

    [Fact]
    public void Log2_rounds_once() => ComplexAccuracy.Check(ComplexLogarithm.Log2, z => BigComplex.Log(z) / BigComplex.Log(2));

    [Fact]
    public void Log10_rounds_once() => ComplexAccuracy.Check(ComplexLogarithm.Log10, z => BigComplex.Log(z) / BigComplex.Log(10));

    [Fact]
    public void Log1p_rounds_once() => ComplexAccuracy.Check(ComplexLogarithm.Log1p, z => BigComplex.Log(1 + z));

    // The numbers around -1, of every distance.
    [Fact]
    public void Log1p_keeps_its_digits_near_minus_one()
    {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++)
        {
            double angle = random.NextDouble() * 2 * Math.PI, distance = Math.ScaleB(1, -random.Next(1, 25));
            var z = new Complex64((float)(-1 + distance * Math.Cos(angle)), (float)(distance * Math.Sin(angle)));
            if (z.Real == -1 && z.Imaginary == 0)
                continue;
            double u = 1 + (double)z.Real, v = z.Imaginary;
            ComplexAccuracy.AssertNear(ComplexLogarithm.Log1p(z), 0.5 * Math.Log(u * u + v * v), Math.Atan2(v, u));
        }
    }

    [Fact]
    public void LogAddExp_rounds_once()
    {
        Complex64 y = new(0.75f, 0.25f);
        ComplexAccuracy.Check(z => ComplexLogarithm.LogAddExp(z, y), z => Exact(z, y));
        ComplexAccuracy.AssertNear(ComplexLogarithm.LogAddExp(new(1000, 1), new(-1000, 2)), 1000, 1);
        ComplexAccuracy.AssertNear(ComplexLogarithm.LogAddExp(new(float.NegativeInfinity, 0), new(-3, 2)), -3, 2);
    }

    [Fact]
    public void The_sign_of_a_zero_imaginary_part_chooses_the_side_of_the_cut()
    {
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log(new(-1, 0)), 0, Math.PI);
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log(new(-1, -0f)), 0, -Math.PI);
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log(default), double.NegativeInfinity, 0);
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log(new(3e38f, 3e38f)), Math.Log(3e38f) + Math.Log(2) / 2, Math.PI / 4);
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log(new(float.NegativeInfinity, 1)), double.PositiveInfinity, Math.PI);
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log1p(new(1e-30f, 0)), 1e-30f, 0);
        ComplexAccuracy.AssertNear(ComplexLogarithm.Log1p(new(-1, 0)), double.NegativeInfinity, 0);
    }

    private static BigComplex Exact(BigComplex x, BigComplex y) =>
        x.Real < y.Real ? y + BigComplex.Log(1 + BigComplex.Exp(x - y)) : x + BigComplex.Log(1 + BigComplex.Exp(y - x));
}
