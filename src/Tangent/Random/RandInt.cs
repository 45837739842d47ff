namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>
        /// Integers in [low, high). Each has a probability of one in high − low: exactly, but for 2⁻⁹⁶, from 2²⁴ integers on, and but for 2⁻²⁴
        /// where there are fewer, since these are made of float32 as in MLX; near 2²⁴ some are half as likely as others. Where there are
        /// none, every one is <paramref name="low"/>.
        /// </summary>
        /// <param name="low">The lower bound, an integer; of floating bounds that are none, float32 numbers between them are rounded down. Broadcasts to <paramref name="shape"/>.</param>
        /// <param name="high">The upper bound, excluded; broadcasts to <paramref name="shape"/>. It may be one more than the type holds.</param>
        /// <param name="shape">The shape of the result; by default that of the bounds.</param>
        /// <param name="dtype">An integer type, or bool, which is true for what is not 0.</param>
        /// <param name="key">A key, or null for the next one of the sequence. Below 2²⁴ integers the numbers for a key are those of MLX.</param>
        /// <exception cref="ArgumentException">A bound is a literal out of range of the type, or the shapes do not broadcast.</exception>
        [Mlx("core.random.randint")]
        public static NDArray RandInt(NDArray low, NDArray high, Shape? shape = null, DType dtype = DType.Int32, NDArray? key = null)
        {
            ArgumentNullException.ThrowIfNull(low);
            ArgumentNullException.ThrowIfNull(high);
            if (dtype.IsInexact)
                throw new ArgumentException($"Random.RandInt: dtype is {dtype.Name()}; it must be an integer type or bool.", nameof(dtype));
            low = RandomIntegers.Whole(low);
            high = RandomIntegers.Whole(high);
            if (low.DType.IsInexact || high.DType.IsInexact)
                return AsType(Floor(Uniform(low, high, shape, DType.Float32, GlobalKey.Or(key, "RandInt"))), dtype);
            RandomIntegers.Require(low, high, dtype);
            Shape bounds = Elementwise.BroadcastShapes("Random.RandInt", low.Shape, high.Shape);
            Shape full = shape ?? bounds;
            if (Elementwise.BroadcastShapes("Random.RandInt", bounds, full) != full)
                throw new ArgumentException($"Random.RandInt: bounds of shape {bounds} do not broadcast to {full}.", nameof(shape));
            return AsType(RandomIntegers.Draw(low, high, full, dtype, GlobalKey.Or(key, "RandInt")), dtype);
        }
    }
}
