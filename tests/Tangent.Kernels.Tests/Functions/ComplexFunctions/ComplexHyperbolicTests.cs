using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexHyperbolicTests
{
    [Fact]
    public void Sinh_rounds_once() => ComplexAccuracy.Check(ComplexHyperbolic.Sinh, BigComplex.Sinh);

    [Fact]
    public void Cosh_rounds_once() => ComplexAccuracy.Check(ComplexHyperbolic.Cosh, BigComplex.Cosh);

    [Fact]
    public void Tanh_rounds_once() => ComplexAccuracy.Check(ComplexHyperbolic.Tanh, Tanh);

    [Fact]
    public void Sin_rounds_once() => ComplexAccuracy.Check(ComplexHyperbolic.Sin, z => BigComplex.Turned(BigComplex.Sinh, z));

    [Fact]
    public void Cos_rounds_once() => ComplexAccuracy.Check(ComplexHyperbolic.Cos, z => BigComplex.Cosh(BigComplex.I * z));

    [Fact]
    public void Tan_rounds_once() => ComplexAccuracy.Check(ComplexHyperbolic.Tan, z => BigComplex.Turned(Tanh, z));

    [Fact]
    public void Special_values()
    {
        ComplexAccuracy.AssertNear(ComplexHyperbolic.Sinh(new(-0f, 0)), -0.0, 0);
        ComplexAccuracy.AssertNear(ComplexHyperbolic.Sin(new(0, -0f)), 0, -0.0);
        ComplexAccuracy.AssertNear(ComplexHyperbolic.Cosh(new(float.NegativeInfinity, 0)), double.PositiveInfinity, -0.0);
        ComplexAccuracy.AssertNear(ComplexHyperbolic.Tanh(new(1e30f, 1)), 1, 0);
        ComplexAccuracy.AssertNear(ComplexHyperbolic.Tanh(new(float.NegativeInfinity, 1)), -1, 0);
        ComplexAccuracy.AssertNear(ComplexHyperbolic.Tan(new(1, 1e30f)), 0, 1);
        Assert.True(float.IsNaN(ComplexHyperbolic.Sin(new(float.PositiveInfinity, 1)).Real));
    }

    private static BigComplex Tanh(BigComplex z) => BigComplex.Sinh(z) / BigComplex.Cosh(z);
}
