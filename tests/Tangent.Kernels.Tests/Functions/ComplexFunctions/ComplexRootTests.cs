using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexRootTests
{
    [Fact]
    public void Sqrt_rounds_once() => ComplexAccuracy.Check(ComplexRoot.Sqrt, BigComplex.Sqrt);

    [Fact]
    public void Rsqrt_rounds_once() => ComplexAccuracy.Check(ComplexRoot.Rsqrt, z => 1 / BigComplex.Sqrt(z));

    [Fact]
    public void Special_values_and_the_cut()
    {
        ComplexAccuracy.AssertNear(ComplexRoot.Sqrt(new(-4, 0)), 0, 2);
        ComplexAccuracy.AssertNear(ComplexRoot.Sqrt(new(-4, -0f)), 0, -2);
        ComplexAccuracy.AssertNear(ComplexRoot.Sqrt(new(-0f, -0f)), 0, -0.0);
        ComplexAccuracy.AssertNear(ComplexRoot.Sqrt(new(0, 3e38f)), Math.Sqrt(1.5e38f), Math.Sqrt(1.5e38f));
        ComplexAccuracy.AssertNear(ComplexRoot.Sqrt(new(float.NaN, float.NegativeInfinity)), double.PositiveInfinity, double.NegativeInfinity);
        ComplexAccuracy.AssertNear(ComplexRoot.Sqrt(new(float.NegativeInfinity, 1)), 0, double.PositiveInfinity);
        ComplexAccuracy.AssertNear(ComplexRoot.Rsqrt(new(float.PositiveInfinity, 1)), 0, 0);
    }
}
