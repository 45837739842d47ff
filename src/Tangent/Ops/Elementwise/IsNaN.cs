namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are not a number, as bool; of complex numbers either part.</summary>
    [Mlx("core.isnan")]
    public static NDArray IsNaN(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsInexact ? NotEqual(x, x) : Operands.Everywhere(false, x);
    }
}
