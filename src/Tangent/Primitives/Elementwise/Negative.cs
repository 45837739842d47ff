using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Minus each element. Not for bool.</summary>
    [Mlx("core.negative")]
    public static NDArray Negative(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType == DType.Bool
        ? throw new ArgumentException("Negative: x is bool; use Mx.LogicalNot.", nameof(x))
        : Unary.Apply<Negative>(x);
    }
}

/// <summary>-x</summary>
internal sealed record Negative : Linear
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(ScalarOp.Negate, x[0].DType);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => -ct;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
