using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The number of singular values above a bound, int32: by default the larger side times the spacing of numbers times the largest one.</summary>
        /// <param name="a">[..., m, n]</param>
        /// <param name="tol">The bound, which broadcasts with the leading axes; null for the default.</param>
        /// <exception cref="ArgumentException">There are no matrices, or the type is a 16-bit float.</exception>
        public static NDArray MatrixRank(NDArray a, NDArray? tol = null)
        {
            a = Matrices.Of("Linalg.MatrixRank", a);
            NDArray values = SingularValues(a);
            if (values.Shape[^1] == 0)
                return Zeros(values.Shape.Without([values.Rank - 1]), DType.Int32);
            return RankOf(values, tol is null ? Max(values, -1, true) * PseudoInverse.DefaultTolerance(a.Shape, a.DType) : Matrices.Column(tol));
        }

        private static NDArray RankOf(NDArray values, NDArray bound) => Sum(AsType(Greater(values, bound), DType.Int32), -1);
    }
}
