using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// The lower triangular L of a = L·Lᴴ, or U of a = Uᴴ·U, for Hermitian positive definite matrices, of which one triangle is read; NaN for
        /// any other. Derivatives take a for Hermitian: of a tangent its Hermitian part counts.
        /// </summary>
        /// <param name="a">[..., n, n]</param>
        /// <param name="upper">True to read the upper triangle and return U.</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is a 16-bit float.</exception>
        [Mlx("core.linalg.cholesky")]
        public static NDArray Cholesky(NDArray a, bool upper = false) => new Cholesky(upper).Apply(Matrices.Square("Linalg.Cholesky", a));
    }
}

/// <summary>L, or U, of Hermitian matrices.</summary>
internal sealed record Cholesky(bool Upper) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new CholeskyKernel(Upper);

    /// <summary>L·Φ(L⁻¹·dA·L⁻ᴴ), where Φ is the lower triangle with half the diagonal.</summary>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray l = Upper ? Matrices.Adjoint(y) : y;
        var solve = new SolveTriangular(false, false);
        NDArray half = solve.Apply(l, Matrices.Hermitian(dx[0]!));
        NDArray inner = solve.Apply(l, Matrices.Adjoint(half));
        NDArray phi = Mx.Where(Matrices.OnDiagonal(l.Shape[^1]), Mx.Real(inner) * 0.5, Mx.Tril(inner, -1));
        NDArray result = Mx.MatMul(l, phi);
        return Upper ? Matrices.Adjoint(result) : result;
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
