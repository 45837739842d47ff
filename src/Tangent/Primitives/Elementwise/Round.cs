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
        if (!x.DType.IsInexact)
            return decimals >= 0 || x.DType == DType.Bool ? x.Share() : RoundInteger(x, -decimals);
        if (decimals == 0)
            return Shared<Round>.Instance.Apply(x);
        if (x.DType.IsHalf)
            return AsType(Round(AsType(x, DType.Float32), decimals), x.DType);
        double scale = Math.Pow(10, Math.Abs(decimals));
        return decimals > 0 ? Round(x * scale) / scale : Round(x / scale) * scale;
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
internal sealed record Round : Flat
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Round;
}
