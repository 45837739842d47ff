using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexInverseTests
{
    private const double ArcCosh2 = 1.3169578969248167;

    [Fact]
    public void ArcSin_rounds_once() => ComplexAccuracy.Check(ComplexInverse.ArcSin, ArcSin);

    [Fact]
    public void ArcCos_rounds_once() => ComplexAccuracy.Check(ComplexInverse.ArcCos, ArcCos);

    [Fact]
    public void ArcSinh_rounds_once() => ComplexAccuracy.Check(ComplexInverse.ArcSinh, BigComplex.ArcSinh);

    [Fact]
    public void ArcCosh_rounds_once() => ComplexAccuracy.Check(
        ComplexInverse.ArcCosh, z => BigComplex.Log(z + BigComplex.Sqrt(z + 1) * BigComplex.Sqrt(z - 1)));

    [Fact]
    public void ArcTan_rounds_once() => ComplexAccuracy.Check(ComplexInverse.ArcTan, z => BigComplex.Turned(BigComplex.ArcTanh, z));

    [Fact]
    public void ArcTanh_rounds_once() => ComplexAccuracy.Check(ComplexInverse.ArcTanh, BigComplex.ArcTanh);

    [Fact]
    public void The_sign_of_a_zero_part_chooses_the_side_of_a_cut()
    {
        ComplexAccuracy.AssertNear(ComplexInverse.ArcSin(new(2, 0)), Math.PI / 2, ArcCosh2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcSin(new(2, -0f)), Math.PI / 2, -ArcCosh2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcCos(new(2, 0)), 0, -ArcCosh2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcCos(new(-2, -0f)), Math.PI, ArcCosh2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcCosh(new(-2, -0f)), ArcCosh2, -Math.PI);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcCosh(new(-2, 0)), ArcCosh2, Math.PI);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcSinh(new(0, 2)), ArcCosh2, Math.PI / 2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcSinh(new(-0f, 2)), -ArcCosh2, Math.PI / 2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcTanh(new(2, 0)), Math.Atanh(0.5), Math.PI / 2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcTanh(new(2, -0f)), Math.Atanh(0.5), -Math.PI / 2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcTan(new(0, 2)), Math.PI / 2, Math.Atanh(0.5));
        ComplexAccuracy.AssertNear(ComplexInverse.ArcTan(new(-0f, 2)), -Math.PI / 2, Math.Atanh(0.5));
    }

    [Fact]
    public void Infinities_have_the_limits_along_their_direction()
    {
        ComplexAccuracy.AssertNear(ComplexInverse.ArcSin(new(float.PositiveInfinity, 1)), Math.PI / 2, double.PositiveInfinity);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcCos(new(float.NegativeInfinity, 1)), Math.PI, double.NegativeInfinity);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcCosh(new(1, float.NegativeInfinity)), double.PositiveInfinity, -Math.PI / 2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcTanh(new(1, float.PositiveInfinity)), 0, Math.PI / 2);
        ComplexAccuracy.AssertNear(ComplexInverse.ArcTanh(new(1, 0)), double.PositiveInfinity, 0);
    }

    private static BigComplex ArcSin(BigComplex z) => BigComplex.Turned(BigComplex.ArcSinh, z);

    private static BigComplex ArcCos(BigComplex z) =>
        -BigComplex.I * BigComplex.Log(z + BigComplex.I * BigComplex.Sqrt(1 - z) * BigComplex.Sqrt(1 + z));
}
