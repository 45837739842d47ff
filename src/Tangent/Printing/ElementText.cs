using System.Globalization;
using System.Text;

namespace Tangent;

/// <summary>The text of one element.</summary>
internal static unsafe class ElementText
{
    /// <summary>Appends the element of type <paramref name="dtype"/> at <paramref name="address"/>.</summary>
    public static void Append(StringBuilder text, DType dtype, byte* address, ElementFormat format)
    {
        if (format.Format is { } pattern)
            text.Append(Formatted(dtype, address, pattern, format.Provider));
        else if (dtype is DType.Complex64)
            AppendComplex(text, *(Complex64*)address, format.Options);
        else if (dtype.IsFloating)
            text.Append(Real(Floating(dtype, address), format.Options));
        else
            text.Append(CultureInfo.InvariantCulture, $"{Exact(dtype, address)}");
    }

    private static string Formatted(DType dtype, byte* address, string pattern, IFormatProvider provider) => dtype switch
    {
        DType.Bool => (*address != 0).ToString(provider),
        DType.Float16 => (*(Half*)address).ToString(pattern, provider),
        DType.BFloat16 => (*(BFloat16*)address).ToString(pattern, provider),
        DType.Float32 => (*(float*)address).ToString(pattern, provider),
        DType.Float64 => (*(double*)address).ToString(pattern, provider),
        DType.Complex64 => (*(Complex64*)address).ToString(pattern, provider),
        _ => ((IFormattable)Exact(dtype, address)).ToString(pattern, provider),
    };

    private static double Floating(DType dtype, byte* address) => dtype switch
    {
        DType.Float16 => (double)*(Half*)address,
        DType.BFloat16 => *(BFloat16*)address,
        DType.Float32 => *(float*)address,
        _ => *(double*)address,
    };

    private static object Exact(DType dtype, byte* address) => dtype switch
    {
        DType.Bool => *address != 0,
        DType.UInt8 => *address,
        DType.UInt16 => *(ushort*)address,
        DType.UInt32 => *(uint*)address,
        DType.UInt64 => *(ulong*)address,
        DType.Int8 => *(sbyte*)address,
        DType.Int16 => *(short*)address,
        DType.Int32 => *(int*)address,
        DType.Int64 => *(long*)address,
        _ => throw new ArgumentOutOfRangeException(nameof(dtype), dtype, "Neither bool nor an integer type."),
    };

    private static void AppendComplex(StringBuilder text, Complex64 value, PrintOptions options)
    {
        string imaginary = Real(value.Imaginary, options);
        text.Append(Real(value.Real, options));
        if (imaginary[0] != '-')
            text.Append('+');
        text.Append(imaginary).Append('j');
    }

    private static string Real(double value, PrintOptions options)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var digits = new DecimalDigits(value);
        return options.Precision is int precision ? digits.Fixed(precision) : digits.General(6);
    }
}
