using System.Globalization;

namespace Tangent;

/// <summary>
/// The exact decimal digits of a finite float64: 0.d₁d₂d₃… × 10^<c>point</c>. They are rounded half to even, as C's printf
/// does; .NET's own formats round a tie away from zero.
/// </summary>
internal readonly struct DecimalDigits
{
    /// <summary>No float64 has more significant digits.</summary>
    private const string ExactFormat = "E766";

    private readonly bool isNegative;
    private readonly string digits;
    private readonly int point;

    /// <summary>The digits of <paramref name="value"/>, which is finite.</summary>
    public DecimalDigits(double value) : this(double.IsNegative(value), Exact(value, out int point), point) { }

    private DecimalDigits(bool isNegative, string digits, int point)
    {
        this.isNegative = isNegative;
        this.digits = digits;
        this.point = point;
    }

    private string Sign => isNegative ? "-" : "";

    /// <summary>At most <paramref name="count"/> significant digits, without trailing zeros; an exponent where it is shorter.</summary>
    public string General(int count)
    {
        DecimalDigits rounded = Round(count);
        int exponent = rounded.digits.Length == 0 ? 0 : rounded.point - 1;
        if (exponent >= -4 && exponent < count)
            return rounded.Fixed(Math.Max(0, rounded.digits.Length - rounded.point));
        string fraction = rounded.digits.Length > 1 ? "." + rounded.digits[1..] : "";
        string magnitude = Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture);
        return $"{Sign}{rounded.digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{magnitude}";
    }

    /// <summary>Exactly <paramref name="decimals"/> digits after the decimal point.</summary>
    public string Fixed(int decimals)
    {
        DecimalDigits rounded = Round(point + decimals);
        string whole = rounded.Slice(0, rounded.point);
        string fraction = rounded.Slice(rounded.point, rounded.point + decimals);
        return Sign + (whole.Length == 0 ? "0" : whole) + (decimals == 0 ? "" : "." + fraction);
    }

    private static string Exact(double value, out int point)
    {
        string text = Math.Abs(value).ToString(ExactFormat, CultureInfo.InvariantCulture);
        int mark = text.IndexOf('E', StringComparison.Ordinal);
        point = value == 0 ? 0 : 1 + int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Concat(text.AsSpan(0, 1), text.AsSpan(2, mark - 2)).TrimEnd('0');
    }

    /// <summary>The digits with the places <paramref name="from"/> to <paramref name="to"/>, zeros where there are none.</summary>
    private string Slice(int from, int to)
    {
        if (to <= from)
            return "";
        string digits = this.digits;
        return string.Create(to - from, from, (span, start) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = start + i >= 0 && start + i < digits.Length ? digits[start + i] : '0';
        });
    }

    private DecimalDigits Round(int count)
    {
        if (count >= digits.Length)
            return this;
        if (count < 0)
            return new(isNegative, "", 0);
        string kept = digits[..count];
        if (!RoundsUp(count))
            return new(isNegative, kept.TrimEnd('0'), point);
        string carried = kept.TrimEnd('9');
        if (carried.Length == 0)
            return new(isNegative, "1", point + 1);
        return new(isNegative, carried[..^1] + (char)(carried[^1] + 1), point);
    }

    private bool RoundsUp(int count)
    {
        bool isTie = digits[count] == '5' && digits.Length == count + 1;
        if (isTie)
            return count > 0 && (digits[count - 1] - '0') % 2 == 1;
        return digits[count] >= '5';
    }
}
