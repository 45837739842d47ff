using Xunit;

namespace Tangent.Tests.Printing;

public sealed class DecimalDigitsTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(123456.5, "123456")]
    [InlineData(123457.5, "123458")]
    [InlineData(999999.5, "1e+06")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(-1.25e-300, "-1.25e-300")]
    [InlineData(double.MaxValue, "1.79769e+308")]
    [InlineData(double.Epsilon, "4.94066e-324")]
    [InlineData(100000.0, "100000")]
    public void General_keeps_six_significant_digits(double value, string expected) =>
        Assert.Equal(expected, new DecimalDigits(value).General(6));

    [Theory]
    [InlineData(0.0, 2, "0.00")]
    [InlineData(0.5, 0, "0")]
    [InlineData(1.5, 0, "2")]
    [InlineData(2.5, 0, "2")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(0.005, 2, "0.01")]
    [InlineData(-0.001, 2, "-0.00")]
    [InlineData(9.999, 2, "10.00")]
    [InlineData(0.1, 20, "0.10000000000000000555")]
    [InlineData(1e22, 1, "10000000000000000000000.0")]
    [InlineData(0.00625, 1, "0.0")]
    public void Fixed_rounds_half_to_even(double value, int decimals, string expected) =>
        Assert.Equal(expected, new DecimalDigits(value).Fixed(decimals));
}
