using Tangent.Kernels;

namespace Tangent;

/// <summary>Eigenvalues of Hermitian matrices: the tangent diag(Vᴴ·da·V) divides by nothing.</summary>
internal sealed record EighValues(bool Upper) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Matrices.With(x[0].Shape, x[0].Shape[^1]), Matrices.RealType(x[0].DType));

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new EighKernel(Upper, false);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray v = new Eigh(Upper).ApplyAll([x[0]])[1];
        return Mx.Real(Mx.Sum(Mx.Conjugate(v) * Mx.MatMul(Matrices.Hermitian(dx[0]!), v), -2));
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
