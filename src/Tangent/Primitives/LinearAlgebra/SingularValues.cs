using Tangent.Kernels;

namespace Tangent;

/// <summary>S alone: its tangent Re diag(Uᴴ·da·V) divides by nothing.</summary>
internal sealed record SingularValues : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) =>
        new(Matrices.With(x[0].Shape, Math.Min(x[0].Shape[^1], x[0].Shape[^2])), Matrices.RealType(x[0].DType));

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SvdKernel(false, false);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray[] svd = new Svd(false).ApplyAll([x[0]]);
        return Mx.Real(Mx.Sum(Mx.Conjugate(svd[0]) * Mx.MatMul(dx[0]!, Matrices.Adjoint(svd[2])), -2));
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
