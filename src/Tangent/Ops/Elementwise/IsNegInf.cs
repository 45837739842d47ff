namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are minus infinity, as bool; of complex numbers the real part, with an imaginary part of 0.</summary>
    [Mlx("core.isneginf")]
    public static NDArray IsNegInf(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInexact ? Equal(x, double.NegativeInfinity) : Operands.Everywhere(false, x);
    }
}
