namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>Integers in [low, high), by rounding down float32 numbers: bounds beyond 2²⁴ are met only in multiples of powers of two.</summary>
        /// <param name="low">The lower bound; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="high">The upper bound, excluded; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="shape">The shape of the result; by default that of the bounds.</param>
        /// <param name="dtype">An integer type.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.randint")]
        public static NDArray RandInt(NDArray low, NDArray high, Shape? shape = null, DType dtype = DType.Int32, NDArray? key = null)
        {
            ArgumentNullException.ThrowIfNull(low);
            ArgumentNullException.ThrowIfNull(high);
            if (!dtype.IsInteger)
                throw new ArgumentException($"Random.RandInt: dtype is {dtype.Name()}; it must be an integer type.", nameof(dtype));
            return AsType(Floor(Uniform(low, high, shape, DType.Float32, GlobalKey.Or(key, "RandInt"))), dtype);
        }
    }
}
