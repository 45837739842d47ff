namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are neither infinite nor NaN, as bool; of complex numbers neither part.</summary>
    [Mlx("core.isfinite")]
    public static NDArray IsFinite(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.DType.IsComplex)
            return LogicalAnd(IsFinite(Real(x)), IsFinite(Imag(x)));
        return x.DType.IsInexact ? Less(Abs(x), double.PositiveInfinity) : Operands.Everywhere(true, x);
    }
}
