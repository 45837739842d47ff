using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The disjunction of two integer or bool arrays, bit by bit, after promotion and broadcasting.</summary>
    /// <exception cref="ArgumentException">The operands are neither integers nor bool.</exception>
    [Mlx("core.bitwise_or")]
    public static NDArray BitwiseOr(NDArray x, NDArray y)
    {
        Operands.RequireBits("BitwiseOr", x, y);
        return Binary.Apply<BitwiseOr>("BitwiseOr", x, y);
    }
}

/// <summary>x or y, bit by bit.</summary>
internal sealed record BitwiseOr : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Or;
}
