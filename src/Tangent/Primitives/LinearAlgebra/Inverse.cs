using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The inverse of square matrices; of a singular one NaN.</summary>
        /// <param name="a">[..., n, n]</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.inv")]
        public static NDArray Inv(NDArray a) => Shared<Inverse>.Instance.Apply(Matrices.Square("Linalg.Inv", a));

        /// <summary>The inverse of triangular matrices, of which one triangle is read. A zero on the diagonal gives infinities or NaN.</summary>
        /// <param name="a">[..., n, n]</param>
        /// <param name="upper">True to read the upper triangle.</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.tri_inv")]
        public static NDArray TriInv(NDArray a, bool upper = false)
        {
            a = Matrices.Square("Linalg.TriInv", a);
            return new SolveTriangular(upper, false).Apply(a, Matrices.IdentityLike(a));
        }

        /// <summary>The inverse of L·Lᴴ, or of Uᴴ·U, of which the triangular factor is given.</summary>
        /// <param name="a">[..., n, n], of which one triangle is read.</param>
        /// <param name="upper">True if the factor is U.</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.cholesky_inv")]
        public static NDArray CholeskyInv(NDArray a, bool upper = false)
        {
            a = Matrices.Square("Linalg.CholeskyInv", a);
            NDArray inverse = new SolveTriangular(upper, false).Apply(a, Matrices.IdentityLike(a));
            return upper ? MatMul(inverse, Matrices.Adjoint(inverse)) : MatMul(Matrices.Adjoint(inverse), inverse);
        }
    }
}

/// <summary>a⁻¹; its tangent is −a⁻¹·da·a⁻¹.</summary>
internal sealed record Inverse : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new InverseKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => -Mx.MatMul(Mx.MatMul(y, dx[0]!), y);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
