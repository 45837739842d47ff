namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are infinite, as bool; of complex numbers either part.</summary>
    [Mlx("core.isinf")]
    public static NDArray IsInf(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.DType.IsComplex)
            return LogicalOr(IsInf(Real(x)), IsInf(Imag(x)));
        return x.DType.IsInexact ? Equal(Abs(x), double.PositiveInfinity) : Operands.Everywhere(false, x);
    }
}
