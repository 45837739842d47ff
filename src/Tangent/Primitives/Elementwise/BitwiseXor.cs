using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The exclusive disjunction of two integer or bool arrays, bit by bit, after promotion and broadcasting.</summary>
    /// <exception cref="ArgumentException">The operands are neither integers nor bool.</exception>
    [Mlx("core.bitwise_xor")]
    public static NDArray BitwiseXor(NDArray x, NDArray y)
    {
        Operands.RequireBits("BitwiseXor", x, y);
        return Binary.Apply<BitwiseXor>("BitwiseXor", x, y);
    }
}

/// <summary>Either x or y, bit by bit.</summary>
internal sealed record BitwiseXor : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Xor;
}
