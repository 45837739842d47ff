using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// Eigenvalues and eigenvectors of square matrices, as complex64, in no particular order. Vectors have length 1 and are determined up to a
        /// phase. Derivatives need distinct eigenvalues; those of real matrices are as of complex ones.
        /// </summary>
        /// <param name="a">[..., n, n], float32 or complex64.</param>
        /// <returns>The values [..., n], and the vectors in the columns of [..., n, n].</returns>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is float64, whose complex numbers there are not, or a 16-bit float.</exception>
        [Mlx("core.linalg.eig")]
        public static (NDArray W, NDArray V) Eig(NDArray a)
        {
            NDArray[] parts = Shared<Eig>.Instance.ApplyAll([Tangent.Eig.Narrow("Linalg.Eig", a)]);
            return (parts[0], parts[1]);
        }

        /// <summary>Eigenvalues [..., n] of square matrices, as complex64, in no particular order.</summary>
        /// <param name="a">[..., n, n], float32 or complex64.</param>
        /// <exception cref="ArgumentException">The matrices are not square, or the type is float64, whose complex numbers there are not, or a 16-bit float.</exception>
        [Mlx("core.linalg.eigvals")]
        public static NDArray EigVals(NDArray a) => Shared<EigValues>.Instance.Apply(Tangent.Eig.Narrow("Linalg.EigVals", a));
    }
}

/// <summary>Eigenvalues and vectors of any square matrices.</summary>
internal sealed record Eig : MultiOutput
{
    /// <summary>Square matrices of a type whose complex numbers there are.</summary>
    public static NDArray Narrow(string function, NDArray a)
    {
        a = Matrices.Square(function, a);
        return a.DType == DType.Float64
            ? throw new ArgumentException($"{function}: a is float64, but complex numbers are complex64; convert a to float32 if that is enough.", nameof(a))
            : a;
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) =>
        [new(Matrices.With(x[0].Shape, x[0].Shape[^1]), DType.Complex64), new(x[0].Shape, DType.Complex64)];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new EigKernel(true);

    /// <summary>With P = V⁻¹·da·V: diag P, and V times P by the differences of values, less what would change a vector's length.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray v = y[1], p = Solve.Of(v, Mx.MatMul(Elementwise.ToType(Name, dx[0]!, DType.Complex64), v));
        (NDArray gap, NDArray isSame) = DivideByGap.Gaps(y[0]);
        NDArray dv = Mx.MatMul(v, DivideByGap.Of(Matrices.OffDiagonal(p), gap, isSame));
        return [Matrices.Diagonal(p), dv - v * Mx.Real(Mx.Sum(Mx.Conjugate(v) * dv, -2, true))];
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
