namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are zero, as bool. Of a complex number the real part counts.</summary>
    [Mlx("core.logical_not")]
    public static NDArray LogicalNot(NDArray x) => BitwiseInvert(Elementwise.ToBool(x));
}
