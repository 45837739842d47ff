using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The remainder of the division rounded down: it has the sign of <paramref name="y"/>. Of the operands' common type,
    /// after promotion and broadcasting; 0 where an integer divisor is 0. Not for complex arrays.
    /// </summary>
    [Mlx("core.remainder")]
    public static NDArray Remainder(NDArray x, NDArray y)
    {
        Operands.RequireReal("Remainder", x, y);
        return Binary.Apply<Remainder>("Remainder", x, y);
    }
}

/// <summary>x - y * floor(x / y)</summary>
internal sealed record Remainder : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Remainder;

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) =>
        Tangents.Add(dx[0], dx[1] is { } second ? second * DerivativeY(x[0], x[1], y) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [ct, active[1] ? ct * DerivativeY(x[0], x[1], y) : null];

    /// <inheritdoc/>
    protected override NDArray DerivativeY(NDArray x, NDArray y, NDArray z) => -Mx.FloorDivide(x, y);
}
