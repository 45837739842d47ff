namespace Tangent;

public static partial class Mx
{
    /// <summary>Where both elements are not zero, as bool, after broadcasting. Of a complex number the real part counts.</summary>
    [Mlx("core.logical_and")]
    public static NDArray LogicalAnd(NDArray x, NDArray y) =>
        Binary.Apply<BitwiseAnd>("LogicalAnd", Elementwise.ToBool(x), Elementwise.ToBool(y));
}
