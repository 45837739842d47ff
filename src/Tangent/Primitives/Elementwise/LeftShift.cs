using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The bits of integers moved up by <paramref name="y"/> places, after promotion and broadcasting; bool counts as uint8. Bits beyond the type are lost.</summary>
    /// <exception cref="ArgumentException">The operands are not integers.</exception>
    [Mlx("core.left_shift")]
    [Mlx("core.bitwise_left_shift")]
    public static NDArray LeftShift(NDArray x, NDArray y)
    {
        Operands.RequireBits("LeftShift", x, y);
        bool isBool = Elementwise.CommonType(x, y) == DType.Bool;
        return Binary.Apply<LeftShift>("LeftShift", isBool ? Elementwise.ToType("LeftShift", x, DType.UInt8) : x, y);
    }
}

/// <summary>x * 2^y, wrapping around.</summary>
internal sealed record LeftShift : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ShiftLeft;
}
