using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexArithmeticTests
{
    private const float Infinity = float.PositiveInfinity;

    [Theory]
    [InlineData(1, 2, 3, -4, -0.2f, 0.4f)]
    [InlineData(1e30f, 0, 1e30f, 1e30f, 0.5f, -0.5f)]
    [InlineData(1, 2, 0, 0, Infinity, Infinity)]
    [InlineData(1, 2, -0f, 0, -Infinity, -Infinity)]
    [InlineData(1, 2, Infinity, 0, 0, 0)]
    [InlineData(1, 2, Infinity, Infinity, 0, 0)]
    [InlineData(Infinity, 1, 1, 2, Infinity, -Infinity)]
    [InlineData(Infinity, Infinity, Infinity, 1, float.NaN, float.NaN)]
    [InlineData(float.NaN, float.NaN, 0, 0, float.NaN, float.NaN)]
    public void Divides(float a, float b, float c, float d, float real, float imaginary)
    {
        Complex64 quotient = ComplexArithmetic.Divide(new(a, b), new(c, d));
        Assert.Equal(real, quotient.Real, 1e-6f);
        Assert.Equal(imaginary, quotient.Imaginary, 1e-6f);
    }
}
