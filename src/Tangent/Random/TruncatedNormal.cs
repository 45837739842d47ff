namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>
        /// Standard normal numbers that fall between two bounds, however far out these lie, by inverting the distribution function;
        /// differentiable in the bounds.
        /// </summary>
        /// <param name="lower">The lower bound; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="upper">The upper bound; broadcasts to <paramref name="shape"/>.</param>
        /// <param name="shape">The shape of the result; by default that of the bounds.</param>
        /// <param name="dtype">A real floating type; 16-bit ones are computed in float32.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.truncated_normal")]
        public static NDArray TruncatedNormal(NDArray lower, NDArray upper, Shape? shape = null, DType dtype = DType.Float32, NDArray? key = null)
        {
            const string name = "Random.TruncatedNormal";
            if (!dtype.IsFloating)
                throw new ArgumentException($"{name}: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
            DType working = dtype == DType.Float64 ? dtype : DType.Float32;
            NDArray from = Elementwise.ToType(name, lower, working);
            NDArray to = Elementwise.ToType(name, upper, working);
            NDArray drawn = GlobalKey.Or(key, "TruncatedNormal");
            return AsType(new NormalInterval(from, to).Draw(shape, drawn), dtype);
        }
    }
}
