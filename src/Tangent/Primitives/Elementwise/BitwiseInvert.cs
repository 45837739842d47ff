using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Integers with every bit inverted; of bool the negation.</summary>
    /// <exception cref="ArgumentException">The elements are neither integers nor bool.</exception>
    [Mlx("core.bitwise_invert")]
    public static NDArray BitwiseInvert(NDArray x)
    {
        Operands.RequireBits("BitwiseInvert", x);
        return Unary.Apply<BitwiseInvert>(x);
    }
}

/// <summary>not x, bit by bit.</summary>
internal sealed record BitwiseInvert : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Not;
}
