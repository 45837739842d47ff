using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements are equal, as bool, after promotion and broadcasting. NaN equals nothing.</summary>
    [Mlx("core.equal")]
    public static NDArray Equal(NDArray x, NDArray y) => Comparison.Apply<Equal>("Equal", x, y);
}

/// <summary>x == y</summary>
internal sealed record Equal : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Equal;
}
