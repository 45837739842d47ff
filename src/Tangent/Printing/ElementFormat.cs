using System.Globalization;

namespace Tangent;

/// <summary>How elements are written: as MLX writes them, or in a format of .NET's numbers. The culture counts only where a caller names it.</summary>
internal readonly struct ElementFormat(PrintOptions options, string? format = null, IFormatProvider? provider = null)
{
    /// <summary>The digits of floating-point numbers that are written as MLX writes them.</summary>
    public PrintOptions Options => options;

    /// <summary>The format of .NET; null to write as MLX does.</summary>
    public string? Format => format;

    /// <summary>The culture, for a format of .NET.</summary>
    public IFormatProvider Provider => provider ?? CultureInfo.InvariantCulture;
}
