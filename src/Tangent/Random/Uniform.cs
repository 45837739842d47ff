namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        // The largest values below 1 of float32, float16 and bfloat16: the interval is open at the top.
        private const double BelowOneSingle = 1 - (1.0 / (1 << 24));
        private const double BelowOneHalf = 1 - (1.0 / (1 << 11));
        private const double BelowOneBrain = 1 - (1.0 / (1 << 8));

        /// <summary>
        /// Numbers spread evenly over [low, high), <paramref name="high"/> itself never drawn; differentiable in both bounds. Where
        /// they are equal that number; where they are the wrong way round numbers in [high, low].
        /// </summary>
        /// <param name="low">The lower bound, 0 if null; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="high">The upper bound, 1 if null; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="shape">The shape of the result; by default that of the bounds.</param>
        /// <param name="dtype">A real floating type. float64 takes 53 random bits, the others 24 at most.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.uniform")]
        public static NDArray Uniform(NDArray? low = null, NDArray? high = null, Shape? shape = null, DType dtype = DType.Float32, NDArray? key = null)
        {
            const string name = "Random.Uniform";
            if (!dtype.IsFloating)
                throw new ArgumentException($"{name}: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
            NDArray from = Elementwise.ToType(name, low ?? 0.0, dtype);
            NDArray to = Elementwise.ToType(name, high ?? 1.0, dtype);
            Shape bounds = Elementwise.BroadcastShapes(name, from.Shape, to.Shape);
            Shape full = shape ?? bounds;
            if (Elementwise.BroadcastShapes(name, bounds, full) != full)
                throw new ArgumentException($"{name}: bounds of shape {bounds} do not broadcast to {full}.", nameof(shape));
            return new Interval(from, to).At(Unit(GlobalKey.Or(key, "Uniform"), full, dtype), LargestUnit(dtype));
        }

        // In [0, 1). The half types round 32 random bits, bounded so that 1 is never reached.
        internal static NDArray Unit(NDArray key, Shape shape, DType dtype)
        {
            if (dtype == DType.Float64)
                return Unit53(key, shape);
            NDArray unit = AsType(RandomBits.Of(key, shape), DType.Float32) / 4294967296.0;
            return AsType(Minimum(unit, LargestUnit(dtype)), dtype);
        }

        private static double LargestUnit(DType dtype) => dtype switch
        {
            DType.Float16 => BelowOneHalf,
            DType.BFloat16 => BelowOneBrain,
            DType.Float64 => double.BitDecrement(1),
            _ => BelowOneSingle,
        };

        private static NDArray Unit53(NDArray key, Shape shape)
        {
            NDArray words = RandomBits.Of(key, shape.Insert(0, 2));
            NDArray[] halves = Mx.Split(words, 2);
            NDArray high = AsType(RightShift(Reshape(halves[0], shape), 5), DType.Float64);
            NDArray low = AsType(RightShift(Reshape(halves[1], shape), 6), DType.Float64);
            return ((high * 67108864.0) + low) / 9007199254740992.0;
        }
    }
}
