using System.Globalization;
using System.Numerics;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>A finite real number Mantissa·2^Exponent, rounded to 160 bits by every operation; it never over- or underflows.</summary>
internal readonly struct BigReal(BigInteger mantissa, int exponent)
{
    public const int Precision = 160;

    public BigInteger Mantissa { get; } = mantissa;

    public int Exponent { get; } = exponent;

    public static BigReal Zero => new(BigInteger.Zero, 0);

    public static BigReal One => new(BigInteger.One, 0);

    public bool IsZero => Mantissa.IsZero;

    public int Sign => Mantissa.Sign;

    /// <summary>Position of the leading bit: 2^Scale &lt;= |x| &lt; 2^(Scale+1).</summary>
    public int Scale => (int)BigInteger.Abs(Mantissa).GetBitLength() - 1 + Exponent;

    public static implicit operator BigReal(int value) => new(value, 0);

    public static implicit operator BigReal(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value));
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        BigInteger mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        return new(value < 0 ? -mantissa : mantissa, Math.Max(biased, 1) - 1075);
    }

    public static BigReal operator -(BigReal x) => new(-x.Mantissa, x.Exponent);

    public static BigReal operator +(BigReal x, BigReal y) => Rounded(AddExact(x, y), Precision);

    public static BigReal operator -(BigReal x, BigReal y) => x + -y;

    public static BigReal operator *(BigReal x, BigReal y) => Rounded(MultiplyExact(x, y), Precision);

    public static BigReal operator /(BigReal x, BigReal y)
    {
        if (x.IsZero) return Zero;
        int shift = Math.Max(0, Precision + 8 + (int)(y.Mantissa.GetBitLength() - x.Mantissa.GetBitLength()));
        return Rounded(new((x.Mantissa << shift) / y.Mantissa, x.Exponent - shift - y.Exponent), Precision);
    }

    public static bool operator <(BigReal x, BigReal y) => (x - y).Sign < 0;

    public static bool operator >(BigReal x, BigReal y) => (x - y).Sign > 0;

    public static BigReal MultiplyExact(BigReal x, BigReal y) => new(x.Mantissa * y.Mantissa, x.Exponent + y.Exponent);

    public static BigReal AddExact(BigReal x, BigReal y)
    {
        if (x.IsZero) return y;
        if (y.IsZero) return x;
        // Far below the last bit the smaller one cannot matter; without this the shift could be huge.
        if (x.Scale - y.Scale > 4000) return x;
        if (y.Scale - x.Scale > 4000) return y;
        int exponent = Math.Min(x.Exponent, y.Exponent);
        return new((x.Mantissa << (x.Exponent - exponent)) + (y.Mantissa << (y.Exponent - exponent)), exponent);
    }

    public static BigReal Rounded(BigReal x, int bits)
    {
        int excess = (int)BigInteger.Abs(x.Mantissa).GetBitLength() - bits;
        if (excess <= 0) return x;
        return new((x.Mantissa + (BigInteger.One << (excess - 1))) >> excess, x.Exponent + excess);
    }

    public static BigReal Abs(BigReal x) => new(BigInteger.Abs(x.Mantissa), x.Exponent);

    public BigReal TimesPowerOfTwo(int n) => IsZero ? this : new(Mantissa, Exponent + n);

    public static BigReal Sqrt(BigReal x)
    {
        if (x.IsZero) return x;
        int half = x.Scale >> 1;
        BigReal scaled = x.TimesPowerOfTwo(-2 * half);
        BigReal root = Math.Sqrt((double)scaled);
        for (int i = 0; i < 2; i++) root = (root + scaled / root).TimesPowerOfTwo(-1);
        return root.TimesPowerOfTwo(half);
    }

    /// <summary>A neighbouring double; the last bit may be off.</summary>
    public static explicit operator double(BigReal x)
    {
        BigReal rounded = Rounded(x, 62);
        int half = rounded.Exponent / 2;
        return Math.ScaleB(Math.ScaleB((double)(long)rounded.Mantissa, half), rounded.Exponent - half);
    }

    public override string ToString() => ((double)this).ToString("R", CultureInfo.InvariantCulture);
}
