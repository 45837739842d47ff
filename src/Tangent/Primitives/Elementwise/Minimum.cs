using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The smaller of two elements, NaN if either is, after promotion and broadcasting. The derivative of a tie is shared evenly.</summary>
    [Mlx("core.minimum")]
    public static NDArray Minimum(NDArray x, NDArray y) => Binary.Apply<Minimum>("Minimum", x, y);
}

/// <summary>The smaller of x and y.</summary>
internal sealed record Minimum : Extremum
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Minimum;

    /// <inheritdoc/>
    protected override NDArray Beats(NDArray x, NDArray y) => Mx.Less(x, y);
}
