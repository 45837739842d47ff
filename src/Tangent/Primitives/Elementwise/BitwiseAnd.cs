using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The conjunction of two integer or bool arrays, bit by bit, after promotion and broadcasting.</summary>
    /// <exception cref="ArgumentException">The operands are neither integers nor bool.</exception>
    [Mlx("core.bitwise_and")]
    public static NDArray BitwiseAnd(NDArray x, NDArray y)
    {
        Operands.RequireBits("BitwiseAnd", x, y);
        return Binary.Apply<BitwiseAnd>("BitwiseAnd", x, y);
    }

    /// <summary>Where both elements are not zero, as bool, after broadcasting.</summary>
    [Mlx("core.logical_and")]
    public static NDArray LogicalAnd(NDArray x, NDArray y) =>
        Binary.Apply<BitwiseAnd>("LogicalAnd", Elementwise.ToType(x, DType.Bool), Elementwise.ToType(y, DType.Bool));
}

/// <summary>x and y, bit by bit.</summary>
internal sealed record BitwiseAnd : Flat
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.And;
}
