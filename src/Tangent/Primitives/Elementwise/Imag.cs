using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The imaginary part of complex numbers, float32; zeros for real arrays.</summary>
    [Mlx("core.imag")]
    public static NDArray Imag(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType.IsComplex ? Shared<Imag>.Instance.Apply(x) : Tangent.Tangents.Zeros(x.Spec);
    }
}

/// <summary>The imaginary part: linear over the real numbers.</summary>
internal sealed record Imag : Linear
{
    /// <inheritdoc/>
    public override bool IsElementwise => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, DType.Float32);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => MapKernel.Unary(ScalarOp.Imaginary, DType.Complex64);

    /// <summary>ct · Im(dx) is the real part of (-i · ct) · dx.</summary>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => MakeComplex.Of(null, -ct);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Elementwise.Vmap(this, x, axes);
}
