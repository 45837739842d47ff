using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexExponentialTests
{
    [Fact]
    public void Exp_rounds_once() => ComplexAccuracy.Check(ComplexExponential.Exp, BigComplex.Exp);

    [Fact]
    public void Expm1_rounds_once() => ComplexAccuracy.Check(ComplexExponential.Expm1, z => BigComplex.Exp(z) - 1);

    [Fact]
    public void Sigmoid_rounds_once() => ComplexAccuracy.Check(ComplexExponential.Sigmoid, z => 1 / (1 + BigComplex.Exp(-z)));

    [Fact]
    public void Special_values()
    {
        ComplexAccuracy.AssertNear(ComplexExponential.Exp(new(float.NegativeInfinity, float.NaN)), 0, 0);
        ComplexAccuracy.AssertNear(ComplexExponential.Exp(new(float.PositiveInfinity, 0)), double.PositiveInfinity, 0);
        ComplexAccuracy.AssertNear(ComplexExponential.Exp(new(1, -0f)), Math.E, -0.0);
        ComplexAccuracy.AssertNear(ComplexExponential.Expm1(new(1e-20f, 0)), 1e-20f, 0);
        ComplexAccuracy.AssertNear(ComplexExponential.Sigmoid(new(-1000, 1)), 0, 0);
        ComplexAccuracy.AssertNear(ComplexExponential.Sigmoid(new(1000, 0)), 1, 0);
    }
}
