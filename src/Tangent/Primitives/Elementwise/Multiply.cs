using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The product of two arrays, element by element, after promotion and broadcasting.</summary>
    [Mlx("core.multiply")]
    public static NDArray Multiply(NDArray x, NDArray y) => Binary.Apply<Multiply>("Multiply", x, y);
}

/// <summary>x * y</summary>
internal sealed record Multiply : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Multiply;

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Alone;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        x[0] is { } first ? [null, ct * first] : [ct * Known(x[1]), null];

    /// <inheritdoc/>
    protected override NDArray DerivativeX(NDArray x, NDArray y, NDArray z) => y;

    /// <inheritdoc/>
    protected override NDArray DerivativeY(NDArray x, NDArray y, NDArray z) => x;
}
