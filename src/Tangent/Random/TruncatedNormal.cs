namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>Standard normal numbers that fall between two bounds, by inverting the distribution function; differentiable in the bounds.</summary>
        /// <param name="lower">The lower bound; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="upper">The upper bound; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="shape">The shape of the result; by default that of the bounds.</param>
        /// <param name="dtype">A real floating type.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.truncated_normal")]
        public static NDArray TruncatedNormal(NDArray lower, NDArray upper, Shape? shape = null, DType dtype = DType.Float32, NDArray? key = null)
        {
            if (!dtype.IsFloating)
                throw new ArgumentException($"Random.TruncatedNormal: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
            NDArray root = AsType(Math.Sqrt(2), dtype);
            NDArray from = Elementwise.ToType(lower, dtype);
            NDArray to = Elementwise.ToType(upper, dtype);
            NDArray y = root * ErfInv(Uniform(Erf(from / root), Erf(to / root), shape, dtype, GlobalKey.Or(key, "TruncatedNormal")));
            return Maximum(Minimum(to, y), from);
        }
    }
}
