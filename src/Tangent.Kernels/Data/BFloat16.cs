using System.Globalization;
using Tangent.Kernels;

namespace Tangent;

/// <summary>A 16-bit floating-point number with the exponent range of float32 and 8 bits of precision.</summary>
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IFormattable
{
    private readonly ushort bits;

    private BFloat16(ushort bits) => this.bits = bits;

    /// <summary>The value whose representation is <paramref name="bits"/>.</summary>
    public static BFloat16 FromBits(ushort bits) => new(bits);

    /// <summary>The representation: sign, 8 exponent bits, 7 fraction bits.</summary>
    public ushort ToBits() => bits;

    /// <summary>Rounds to nearest, ties to even; NaN stays NaN.</summary>
    public static explicit operator BFloat16(float value)
    {
        uint word = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return new((ushort)((word >> 16) | 0x40));
        return new((ushort)((word + 0x7FFF + ((word >> 16) & 1)) >> 16));
    }

    /// <summary>Rounds once to nearest, ties to even; NaN stays NaN.</summary>
    public static explicit operator BFloat16(double value) => (BFloat16)OddRounding.ToSingle(value);

    /// <summary>Exact.</summary>
    public static implicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value.bits << 16);

    /// <inheritdoc/>
    public bool Equals(BFloat16 other) => (float)this == other || (float.IsNaN(this) && float.IsNaN(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(BFloat16 other) => ((float)this).CompareTo(other);

    /// <inheritdoc/>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ((float)this).ToString(format, formatProvider);

    /// <summary>Equality of values; NaN equals nothing.</summary>
    public static bool operator ==(BFloat16 x, BFloat16 y) => (float)x == y;

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(BFloat16 x, BFloat16 y) => (float)x != y;

    /// <summary>Order of values; false with NaN.</summary>
    public static bool operator <(BFloat16 x, BFloat16 y) => (float)x < y;

    /// <summary>Order of values; false with NaN.</summary>
    public static bool operator >(BFloat16 x, BFloat16 y) => (float)x > y;

    /// <summary>Order of values; false with NaN.</summary>
    public static bool operator <=(BFloat16 x, BFloat16 y) => (float)x <= y;

    /// <summary>Order of values; false with NaN.</summary>
    public static bool operator >=(BFloat16 x, BFloat16 y) => (float)x >= y;
}
