using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// The X of least |a·X − b|, and of those the shortest: also for matrices of less than full rank. Derivatives hold where the rank does not
        /// change. As in NumPy it comes with the sums of squares of a·X − b (always, where NumPy's are sometimes empty), the rank of a, and its singular values.
        /// </summary>
        /// <param name="a">[..., m, n]</param>
        /// <param name="b">[..., m, k], or one vector [m].</param>
        /// <param name="rcond">Singular values up to this part of the largest count as 0; by default the larger side times the spacing of numbers.</param>
        /// <returns>The solution [..., n, k] or [n], the residuals [..., k] or [], the rank [...] of int32, and the singular values.</returns>
        /// <exception cref="ArgumentException">The shapes do not agree, or the type is a 16-bit float.</exception>
        public static (NDArray Solution, NDArray Residuals, NDArray Rank, NDArray SingularValues) LstSq(NDArray a, NDArray b, double? rcond = null)
        {
            const string name = "Linalg.LstSq";
            (a, b) = LinearSystems.Operands(name, Matrices.Of(name, a), b);
            double tolerance = rcond ?? PseudoInverse.DefaultTolerance(a.Shape, a.DType);
            NDArray x = MatMul(new PseudoInverse(tolerance).Apply(a), b), rest = MatMul(a, x) - b;
            NDArray values = SingularValues(a);
            return (x, Sum(Square(Abs(rest)), b.Rank == 1 ? -1 : -2), RankOf(values, values.Shape[^1] == 0 ? values : Max(values, -1, true) * tolerance), values);
        }
    }
}
