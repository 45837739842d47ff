namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are neither infinite nor NaN, as bool; of complex numbers neither part.</summary>
    [Mlx("core.isfinite")]
    public static NDArray IsFinite(NDArray x)
    {
        if (x.DType.IsComplex)
            return LogicalAnd(IsFinite(Real(x)), IsFinite(Imag(x)));
        return x.DType.IsInexact ? Less(Abs(x), double.PositiveInfinity) : Everywhere(true, x);
    }

    /// <summary>Where elements are infinite, as bool; of complex numbers either part.</summary>
    [Mlx("core.isinf")]
    public static NDArray IsInf(NDArray x)
    {
        if (x.DType.IsComplex)
            return LogicalOr(IsInf(Real(x)), IsInf(Imag(x)));
        return x.DType.IsInexact ? Equal(Abs(x), double.PositiveInfinity) : Everywhere(false, x);
    }

    /// <summary>Where elements are plus infinity, as bool; of complex numbers the real part, with an imaginary part of 0.</summary>
    [Mlx("core.isposinf")]
    public static NDArray IsPosInf(NDArray x) =>
        x.DType.IsInexact ? Equal(x, double.PositiveInfinity) : Everywhere(false, x);

    /// <summary>Where elements are minus infinity, as bool; of complex numbers the real part, with an imaginary part of 0.</summary>
    [Mlx("core.isneginf")]
    public static NDArray IsNegInf(NDArray x) =>
        x.DType.IsInexact ? Equal(x, double.NegativeInfinity) : Everywhere(false, x);

    /// <summary>Where elements are not a number, as bool; of complex numbers either part.</summary>
    [Mlx("core.isnan")]
    public static NDArray IsNaN(NDArray x) => x.DType.IsInexact ? NotEqual(x, x) : Everywhere(false, x);

    private static NDArray Everywhere(bool value, NDArray x) => BroadcastTo(AsType(value, DType.Bool), x.Shape);
}
