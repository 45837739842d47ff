using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Where x is less than y, as bool, after promotion and broadcasting. Complex numbers are ordered by the real part, then by the imaginary part.</summary>
    [Mlx("core.less")]
    public static NDArray Less(NDArray x, NDArray y) => Comparison.Apply<Less>("Less", x, y);
}

/// <summary>x &lt; y</summary>
internal sealed record Less : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Less;
}
