using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements rounded to a number of decimals, of their type; halves go to the even neighbour. Negative
    /// <paramref name="decimals"/> round before the decimal point, integers too. Of complex numbers both parts.
    /// </summary>
    [Mlx("core.round")]
    public static NDArray Round(NDArray x, int decimals = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        decimals = Math.Clamp(decimals, -1000, 1000); // beyond all digits
        if (!x.DType.IsInexact)
            return decimals >= 0 || x.DType == DType.Bool ? x.Share() : RoundInteger(x, -decimals);
        if (decimals == 0)
            return Unary.Apply<Round>(x);
        if (x.DType.IsComplex)
            return MakeComplex.Of(Round(Real(x), decimals), Round(Imag(x), decimals));
        if (x.Literal is not null)
            return RoundFloating(x, decimals);
        // Within this many decimals float32 holds the power of ten, and the product with it.
        DType working = Math.Abs(decimals) <= 10 && x.DType != DType.Float64 ? DType.Float32 : DType.Float64;
        return AsType(RoundFloating(AsType(x, working), decimals), x.DType);
    }

    // A number with no digits beyond the last decimal stays as it is: to scale it up and down again would only lose some.
    private static NDArray RoundFloating(NDArray x, int decimals)
    {
        const int most = 300;
        x = StopGradient(x);
        if (decimals < 0)
            return decimals >= -most - 8 ? Round(x / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals) : Where(IsFinite(x), x * 0, x);
        // Powers beyond float64 are products of two. 10^-660 is below all digits of all numbers.
        double scale = Math.Pow(10, Math.Min(decimals, most)), rest = Math.Pow(10, Math.Clamp(decimals - most, 0, most + 60));
        NDArray scaled = x * scale * rest;
        double whole = x.DType == DType.Float64 || x.Literal is not null ? 1L << 52 : 1 << 23;
        return Where(Abs(scaled) < whole, Round(scaled) / rest / scale, x);
    }

    // The result is the multiple of 10^digits nearest to x. Intermediate values may wrap around, it does not unless it must.
    private static NDArray RoundInteger(NDArray x, int digits)
    {
        if (digits > 18 || Math.Pow(10, digits) > new IInfo(x.DType).Max)
            return Tangent.Tangents.Zeros(x.Spec);
        NDArray unit = Constant.Of(Scalar.Of((long)Math.Pow(10, digits)), x.DType);
        (NDArray quotient, NDArray rest) = DivMod(x, unit);
        NDArray other = unit - rest;
        NDArray isTie = LogicalAnd(Equal(rest, other), BitwiseAnd(quotient, 1));
        return (quotient + LogicalOr(Greater(rest, other), isTie)) * unit;
    }
}

/// <summary>The nearest integer, of two the even one.</summary>
internal sealed record Round : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Round;
}
