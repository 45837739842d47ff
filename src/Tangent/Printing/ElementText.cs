using System.Globalization;
using System.Text;

namespace Tangent;

/// <summary>The text of one element.</summary>
internal static unsafe class ElementText
{
    /// <summary>Appends the element of type <paramref name="dtype"/> at <paramref name="address"/>.</summary>
    public static void Append(StringBuilder text, DType dtype, byte* address, PrintOptions options)
    {
        if (dtype is DType.Complex64)
            AppendComplex(text, *(Complex64*)address, options);
        else if (dtype.IsFloating)
            text.Append(Real(Floating(dtype, address), options));
        else
            text.Append(CultureInfo.InvariantCulture, $"{Exact(dtype, address)}");
    }

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
