namespace Tangent;

public static partial class Mx
{
    /// <summary>Where exactly one of the elements is not zero, as bool, after broadcasting. Of a complex number the real part counts.</summary>
    [Mlx("core.logical_xor")]
    public static NDArray LogicalXor(NDArray x, NDArray y) =>
        Binary.Apply<BitwiseXor>("LogicalXor", Elementwise.ToBool(x), Elementwise.ToBool(y));
}
