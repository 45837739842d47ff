using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The complex conjugate of each element; real arrays stay as they are.</summary>
    [Mlx("core.conjugate")]
    [Mlx("core.conj")]
    public static NDArray Conjugate(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsComplex ? Shared<Conjugate>.Instance.Apply(x) : x.Share();
    }
}

/// <summary>The complex conjugate: linear over the real numbers.</summary>
internal sealed record Conjugate : Linear
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(ScalarOp.Conjugate, x[0].DType);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => Mx.Conjugate(ct);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
