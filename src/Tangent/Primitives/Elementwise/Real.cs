using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The real part of complex numbers, float32; real arrays stay as they are.</summary>
    [Mlx("core.real")]
    public static NDArray Real(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsComplex ? Shared<Real>.Instance.Apply(x) : x.Share();
    }
}

/// <summary>The real part: linear over the real numbers.</summary>
internal sealed record Real : Linear
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, DType.Float32);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(ScalarOp.Real, DType.Complex64);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => MakeComplex.Of(ct, null);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
