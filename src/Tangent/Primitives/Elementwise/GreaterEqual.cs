using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Where x is greater than or equal to y, as bool, after promotion and broadcasting. Complex numbers are ordered by the real part, then by the imaginary part.</summary>
    [Mlx("core.greater_equal")]
    public static NDArray GreaterEqual(NDArray x, NDArray y) => Comparison.Apply<GreaterEqual>("GreaterEqual", x, y);
}

/// <summary>x &gt;= y</summary>
internal sealed record GreaterEqual : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.GreaterEqual;
}
