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
}

/// <summary>x and y, bit by bit.</summary>
internal sealed record BitwiseAnd : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.And;
}
