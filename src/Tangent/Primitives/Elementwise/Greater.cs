using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Where x is greater than y, as bool, after promotion and broadcasting. Complex numbers are ordered by the real part, then by the imaginary part.</summary>
    [Mlx("core.greater")]
    public static NDArray Greater(NDArray x, NDArray y) => Comparison.Apply<Greater>("Greater", x, y);
}

/// <summary>x &gt; y</summary>
internal sealed record Greater : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Greater;
}
