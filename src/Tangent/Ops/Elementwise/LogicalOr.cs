namespace Tangent;

public static partial class Mx
{
    /// <summary>Where either element is not zero, as bool, after broadcasting. Of a complex number the real part counts.</summary>
    [Mlx("core.logical_or")]
    public static NDArray LogicalOr(NDArray x, NDArray y) =>
        Binary.Apply<BitwiseOr>("LogicalOr", Elementwise.ToBool(x), Elementwise.ToBool(y));
}
