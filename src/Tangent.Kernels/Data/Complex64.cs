using System.Globalization;
using System.Numerics;

namespace Tangent;

/// <summary>A complex number of two float32, the real part first.</summary>
/// <param name="Real">The real part.</param>
/// <param name="Imaginary">The imaginary part.</param>
public readonly record struct Complex64(float Real, float Imaginary) : IFormattable
{
    /// <summary>A real number.</summary>
    public static implicit operator Complex64(float real) => new(real, 0);

    /// <summary>Rounds both parts to float32.</summary>
    public static explicit operator Complex64(Complex value) => new((float)value.Real, (float)value.Imaginary);

    /// <summary>Exact.</summary>
    public static implicit operator Complex(Complex64 value) => new(value.Real, value.Imaginary);

    /// <inheritdoc/>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Both parts in a format of .NET's numbers. The current culture does not count; that of a provider does.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        formatProvider ??= CultureInfo.InvariantCulture;
        string imaginary = Imaginary.ToString(format, formatProvider);
        string sign = imaginary.StartsWith(NumberFormatInfo.GetInstance(formatProvider).NegativeSign, StringComparison.Ordinal) ? "" : "+";
        return $"{Real.ToString(format, formatProvider)}{sign}{imaginary}j";
    }
}
