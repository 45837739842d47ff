using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// Eigenvalues and eigenvectors of Hermitian matrices, of which one triangle is read. Derivatives take a for Hermitian: of a tangent its
        /// Hermitian part counts. Those of vectors need distinct values; among equal ones what turns their vectors counts as nothing if the result
        /// does not depend on their choice (right for what treats equal values alike, as projectors do), and is NaN if it does, or if the result weighs
        /// them by their values, as V·f(W)·Vᴴ: its derivative there cannot be told from those of W and V.
        /// </summary>
        /// <param name="a">[..., n, n]</param>
        /// <param name="uplo">"L" to read the lower triangle, "U" the upper one.</param>
        /// <returns>The values [..., n], real and ascending, and the vectors in the columns of [..., n, n].</returns>
        /// <exception cref="ArgumentException">The matrices are not square, the type is a 16-bit float, or <paramref name="uplo"/> is neither.</exception>
        [Mlx("core.linalg.eigh")]
        public static (NDArray W, NDArray V) Eigh(NDArray a, string uplo = "L")
        {
            NDArray[] parts = new Eigh(Tangent.Eigh.IsUpper("Linalg.Eigh", uplo)).ApplyAll([Matrices.Square("Linalg.Eigh", a)]);
            return (parts[0], parts[1]);
        }

        /// <summary>Eigenvalues [..., n] of Hermitian matrices, ascending; of equal ones too there are derivatives, those of this order's vectors.</summary>
        /// <param name="a">[..., n, n]</param>
        /// <param name="uplo">"L" to read the lower triangle, "U" the upper one.</param>
        /// <exception cref="ArgumentException">The matrices are not square, the type is a 16-bit float, or <paramref name="uplo"/> is neither.</exception>
        [Mlx("core.linalg.eigvalsh")]
        public static NDArray EigValsh(NDArray a, string uplo = "L") =>
            new EighValues(Tangent.Eigh.IsUpper("Linalg.EigValsh", uplo)).Apply(Matrices.Square("Linalg.EigValsh", a));
    }
}

/// <summary>Eigenvalues and vectors of Hermitian matrices.</summary>
internal sealed record Eigh(bool Upper) : MultiOutput
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper)];

    /// <summary>True for "U", false for "L".</summary>
    public static bool IsUpper(string function, string uplo) => uplo switch
    {
        null => throw new ArgumentNullException(nameof(uplo)),
        "U" or "u" => true,
        "L" or "l" => false,
        _ => throw new ArgumentException($"{function}: \"{uplo}\" is neither \"L\" nor \"U\".", nameof(uplo)),
    };

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [new(Matrices.With(x[0].Shape, x[0].Shape[^1]), Matrices.RealType(x[0].DType)), x[0].Spec];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new EighKernel(Upper, true);

    /// <summary>With P = Vᴴ·da·V: the diagonal of P, and V times P by the differences of values.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray v = y[1], p = Mx.MatMul(Mx.MatMul(Matrices.Adjoint(v), Matrices.Hermitian(dx[0]!)), v);
        (NDArray gap, NDArray isSame) = DivideByGap.Gaps(y[0]);
        return [Mx.Real(Matrices.Diagonal(p)), Mx.MatMul(v, DivideByGap.Of(Matrices.OffDiagonal(p), gap, isSame))];
    }

    /// <summary>The adjoint of the above, which can tell rounding errors of differences that vanish from what does not.</summary>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        NDArray v = y[1], vh = Matrices.Adjoint(v);
        NDArray? inner = ct[0] is { } values ? Matrices.FromDiagonal(values) : null;
        if (ct[1] is { } vectors)
        {
            (NDArray gap, NDArray isSame) = DivideByGap.Gaps(y[0]);
            NDArray m = Mx.MatMul(vh, Mx.Conjugate(vectors)), scale = DivideByGap.ScaleOf(m);
            NDArray turned = DivideByGap.Of(Matrices.OffDiagonal(m - Matrices.Adjoint(m)) * 0.5, gap, isSame, scale);
            inner = inner is null ? turned : inner + DivideByGap.OrNaN(turned, isSame, scale, m);
        }
        return [Mx.Conjugate(Matrices.Hermitian(Mx.MatMul(Mx.MatMul(v, inner!), vh)))];
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
