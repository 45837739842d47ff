using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The bits of integers moved down by <paramref name="y"/> places, after promotion and broadcasting; bool counts as uint8. Negative numbers keep their sign.</summary>
    /// <exception cref="ArgumentException">The operands are not integers.</exception>
    [Mlx("core.right_shift")]
    [Mlx("core.bitwise_right_shift")]
    public static NDArray RightShift(NDArray x, NDArray y)
    {
        Operands.RequireBits("RightShift", x, y);
        bool isBool = Elementwise.CommonType(x, y) == DType.Bool;
        return Binary.Apply<RightShift>("RightShift", isBool ? Elementwise.ToType("RightShift", x, DType.UInt8) : x, y);
    }
}

/// <summary>x / 2^y, rounded down.</summary>
internal sealed record RightShift : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ShiftRight;
}
