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
    protected override NDArray DerivativeX(NDArray x, NDArray y, NDArray z) => Part(y, x, y);

    /// <inheritdoc/>
    protected override NDArray DerivativeY(NDArray x, NDArray y, NDArray z) => Part(-x, x, y);

    // part / (x² + y²), without squares that could over- or underflow.
    private static NDArray Part(NDArray part, NDArray x, NDArray y)
    {
        NDArray scale = DerivativeScale.Larger(x, y);
        return part / scale / (Mx.Square(x / scale) + Mx.Square(y / scale)) / scale;
    }
}
