using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The exact quotient rounded down, of the operands' common type, after promotion and broadcasting; 0 where an integer
    /// divisor is 0. Not for complex arrays.
    /// </summary>
    [Mlx("core.floor_divide")]
    [Mlx("core.array.__floordiv__")]
    public static NDArray FloorDivide(NDArray x, NDArray y)
    {
        Operands.RequireReal("FloorDivide", x, y);
        return Binary.Apply<FloorDivide>("FloorDivide", x, y);
    }
}

/// <summary>x / y rounded down.</summary>
internal sealed record FloorDivide : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.FloorDivide;
}
