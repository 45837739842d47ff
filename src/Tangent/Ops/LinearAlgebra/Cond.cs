namespace Tangent;

public static partial class Mx
{
    public static partial class Linalg
    {
        /// <summary>The condition number |a|·|a⁻¹| in a norm: the largest singular value by the smallest for 2 (or null), the inverse of that for −2.</summary>
        /// <param name="a">[..., n, n]; for 2 and −2 any matrices [..., m, n].</param>
        /// <param name="p">The order of the norm, as in <see cref="MatrixNorm(NDArray, double, bool)"/>.</param>
        /// <returns>[...], infinite or NaN for singular matrices.</returns>
        /// <exception cref="ArgumentException">There are no such matrices, the order is none, or the type is a 16-bit float.</exception>
        public static NDArray Cond(NDArray a, double? p = null)
        {
            if (p is not (null or 2 or -2))
                return MatrixNorm(a, p.Value) * MatrixNorm(Inv(a), p.Value);
            NDArray values = SingularValues(a);
            if (values.Shape[^1] == 0)
                throw new ArgumentException($"Linalg.Cond: matrices of shape {a.Shape} have no singular values.", nameof(a));
            NDArray largest = Norms.At(values, 0), smallest = Norms.At(values, values.Shape[^1] - 1);
            return p == -2 ? smallest / largest : largest / smallest;
        }

        /// <summary>The condition number in the norm "fro" or "nuc".</summary>
        /// <exception cref="ArgumentException">The matrices are not square, the order is none, or the type is a 16-bit float.</exception>
        public static NDArray Cond(NDArray a, string p)
        {
            ArgumentNullException.ThrowIfNull(p);
            return InNorm(a, p) * InNorm(Inv(a), p);
        }

        private static NDArray InNorm(NDArray a, string p) => Norms.Named("Linalg.Cond", a, p, new Axes([-2, -1]), false, nameof(p));
    }
}
