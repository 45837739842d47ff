using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Where x is less than or equal to y, as bool, after promotion and broadcasting. Complex numbers are ordered by the real part, then by the imaginary part.</summary>
    [Mlx("core.less_equal")]
    public static NDArray LessEqual(NDArray x, NDArray y) => Comparison.Apply<LessEqual>("LessEqual", x, y);
}

/// <summary>x &lt;= y</summary>
internal sealed record LessEqual : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.LessEqual;
}
