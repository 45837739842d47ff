namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are plus infinity, as bool; of complex numbers the real part, with an imaginary part of 0.</summary>
    [Mlx("core.isposinf")]
    public static NDArray IsPosInf(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInexact ? Equal(x, double.PositiveInfinity) : Operands.Everywhere(false, x);
    }
}
