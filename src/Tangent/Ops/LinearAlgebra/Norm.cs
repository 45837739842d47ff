namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>
        /// Norms of vectors along one axis, or of matrices along two. Without an order it is the root of the sum of squares along the axes, of all
        /// elements if there are none; without axes, but with an order, the array is a vector or a matrix. The derivative of (Σ|x|²)^½ at 0 is 0.
        /// </summary>
        /// <param name="a">The array; integers become float32.</param>
        /// <param name="ord">
        /// Of vectors any p for (Σ|x|ᵖ)^(1/p), 0 for the number of elements that are not 0, an infinity for the largest or smallest; of matrices
        /// 1 and −1 (largest and smallest sum of a column), the infinities (of a row), 2 and −2 (largest and smallest singular value).
        /// </param>
        /// <param name="axis">One axis or two.</param>
        /// <param name="keepdims">True to keep the axes, with length 1.</param>
        /// <exception cref="ArgumentException">There is no norm of this order, or there are not one or two axes.</exception>
        [Mlx("core.linalg.norm")]
        public static NDArray Norm(NDArray a, double? ord = null, Axes? axis = null, bool keepdims = false)
        {
            ArgumentNullException.ThrowIfNull(a);
            const string name = "Linalg.Norm";
            a = Elementwise.ToInexact(a);
            if (ord is not { } order)
                return Norms.Euclidean(a, axis is null ? (Axes?)null : new Axes(Axes.Normalize(name, axis, a.Rank)), keepdims);
            int count = axis?.Count ?? a.Rank;
            return count switch
            {
                1 => Norms.OfVectors(a, order, Axes.Normalize(name, axis, a.Rank)[0], keepdims),
                2 => Norms.Along(name, a, axis, keepdims, x => Norms.OfMatrices(name, x, order)),
                _ => throw new ArgumentException($"{name}: a norm of order {order} is along one axis or two, not along {count} of shape {a.Shape}.", nameof(axis)),
            };
        }

        /// <summary>Norms of matrices along two axes: "fro", the root of the sum of squares, and "nuc", the sum of the singular values.</summary>
        /// <exception cref="ArgumentException">There is no norm of this name, or there are not two axes.</exception>
        [Mlx("core.linalg.norm")]
        public static NDArray Norm(NDArray a, string ord, Axes? axis = null, bool keepdims = false) =>
            Norms.Named("Linalg.Norm", a, ord, axis, keepdims, nameof(ord));

        /// <summary>Norms of the matrices of the last two axes, by an order as in <see cref="Norm(NDArray, double?, Axes?, bool)"/>.</summary>
        /// <exception cref="ArgumentException">There is no norm of this order, or there are no matrices.</exception>
        [Mlx("core.matrix_norm")]
        public static NDArray MatrixNorm(NDArray a, double ord, bool keepdims = false) => Norm(a, ord, new Axes([-2, -1]), keepdims);

        /// <summary>Norms of the matrices of the last two axes: "fro" or "nuc".</summary>
        /// <exception cref="ArgumentException">There is no norm of this name, or there are no matrices.</exception>
        [Mlx("core.matrix_norm")]
        public static NDArray MatrixNorm(NDArray a, string ord = "fro", bool keepdims = false) =>
            Norms.Named("Linalg.MatrixNorm", a, ord, new Axes([-2, -1]), keepdims, nameof(ord));
    }
}
