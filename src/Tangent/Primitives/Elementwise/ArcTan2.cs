using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The angle in (-pi, pi] from the first axis to the point (<paramref name="y"/>, <paramref name="x"/>), so that the
    /// tangent of the result is x/y; integers become float32. Not for complex arrays.
    /// </summary>
    [Mlx("core.arctan2")]
    [Mlx("core.atan2")]
    public static NDArray ArcTan2(NDArray x, NDArray y)
    {
        Operands.RequireReal("ArcTan2", x, y);
        return Binary.ApplyInexact<ArcTan2>("ArcTan2", x, y);
    }
}

/// <summary>The angle whose tangent is x / y, in the quadrant of (y, x).</summary>
internal sealed record ArcTan2 : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcTan2;

    /// <inheritdoc/>
    protected override NDArray DerivativeX(NDArray x, NDArray y, NDArray z) => y / SquaredRadius(x, y);

    /// <inheritdoc/>
    protected override NDArray DerivativeY(NDArray x, NDArray y, NDArray z) => -x / SquaredRadius(x, y);

    private static NDArray SquaredRadius(NDArray x, NDArray y) => Mx.Square(x) + Mx.Square(y);
}
