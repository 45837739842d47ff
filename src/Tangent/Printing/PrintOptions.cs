namespace Tangent;

/// <summary>How arrays are printed.</summary>
[Mlx("core.PrintOptions")]
public sealed record PrintOptions
{
    private readonly int? precision;

    /// <summary>
    /// Digits after the decimal point of floating-point and complex elements, or null for six significant digits at most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? Precision
    {
        get => precision;
        init
        {
            if (value is int digits)
                ArgumentOutOfRangeException.ThrowIfNegative(digits, nameof(Precision));
            precision = value;
        }
    }
}
