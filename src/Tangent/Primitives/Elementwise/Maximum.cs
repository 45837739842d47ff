using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The larger of two elements, NaN if either is, after promotion and broadcasting. The derivative of a tie is shared evenly.</summary>
    [Mlx("core.maximum")]
    public static NDArray Maximum(NDArray x, NDArray y) => Binary.Apply<Maximum>("Maximum", x, y);
}

/// <summary>The larger of x and y.</summary>
internal sealed record Maximum : Extremum
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Maximum;

    /// <inheritdoc/>
    protected override NDArray Beats(NDArray x, NDArray y) => Mx.Greater(x, y);
}
