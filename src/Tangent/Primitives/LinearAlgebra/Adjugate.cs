using Tangent.Kernels;

namespace Tangent;

/// <summary>The transposed matrices of cofactors.</summary>
internal sealed record Adjugate : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new AdjugateKernel();

    /// <summary>
    /// With a = U·S·Vᴴ and P = Uᴴ·da·V the tangent is det(U·Vᴴ)·V·G·Uᴴ, where G is the first order of adj(S + P): −Pᵢⱼ times the product
    /// of the other singular values beside the diagonal. It divides by nothing.
    /// </summary>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        int n = x[0].Shape[^1];
        NDArray[] svd = new Svd(false).ApplyAll([x[0]]);
        NDArray u = svd[0], vh = svd[2], v = Matrices.Adjoint(vh);
        NDArray p = Mx.MatMul(Mx.MatMul(Matrices.Adjoint(u), dx[0]!), v);
        NDArray others = ProductsOfOthers(svd[1], n);
        NDArray diagonal = Mx.Squeeze(Mx.MatMul(Mx.AsType(Matrices.OffDiagonal(others), p.DType), Matrices.Column(Matrices.Diagonal(p))), -1);
        NDArray inner = Mx.Where(Matrices.OnDiagonal(n), Matrices.Row(diagonal), -p * others);
        NDArray sign = Mx.Linalg.Det(u) * Mx.Linalg.Det(vh);
        return Matrices.Scalar(sign) * Mx.MatMul(Mx.MatMul(v, inner), Matrices.Adjoint(u));
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    // [..., i, j]: the product of all values but the i-th and the j-th.
    private static NDArray ProductsOfOthers(NDArray values, int n)
    {
        NDArray unit = Matrices.OnDiagonal(n);
        NDArray isLeftOut = Mx.LogicalOr(Mx.ExpandDims(unit, 1), Mx.ExpandDims(unit, 0));
        return Mx.Prod(Mx.Where(isLeftOut, 1, Mx.ExpandDims(values, [-3, -2])), -1);
    }
}
