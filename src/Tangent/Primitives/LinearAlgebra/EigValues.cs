using Tangent.Kernels;

namespace Tangent;

/// <summary>Eigenvalues of any square matrices: the tangent diag(V⁻¹·da·V) divides by no difference.</summary>
internal sealed record EigValues : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Matrices.With(x[0].Shape, x[0].Shape[^1]), DType.Complex64);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new EigKernel(false);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Shared<Eig>.Instance.JvpAll(x, dx, Shared<Eig>.Instance.ApplyAll(x))[0];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
