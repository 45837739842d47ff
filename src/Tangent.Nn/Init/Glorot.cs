namespace Tangent;

public static partial class Nn
{
    public static partial class Init
    {
        /// <summary>
        /// An initialiser of weights [out, …, in] that gives normally distributed numbers of standard deviation
        /// gain·√(2 / (inputs + outputs)) (Glorot, Bengio, 2010); the axes between multiply both.
        /// </summary>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        /// <param name="gain">The factor.</param>
        /// <exception cref="ArgumentException">By the initialiser: the array has fewer than two axes.</exception>
        [Mlx("nn.init.glorot_normal")]
        public static Func<NDArray, NDArray> GlorotNormal(DType dtype = DType.Float32, double gain = 1)
        {
            RequireFloating("GlorotNormal", dtype);
            return a => Spread(a, gain * Math.Sqrt(2.0 / Both(Fans.Of("GlorotNormal", a))), dtype);
        }

        /// <summary>The same with numbers spread evenly over ±gain·√(6 / (inputs + outputs)).</summary>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        /// <param name="gain">The factor.</param>
        /// <exception cref="ArgumentException">By the initialiser: the array has fewer than two axes.</exception>
        [Mlx("nn.init.glorot_uniform")]
        public static Func<NDArray, NDArray> GlorotUniform(DType dtype = DType.Float32, double gain = 1)
        {
            RequireFloating("GlorotUniform", dtype);
            return a => Around(a, gain * Math.Sqrt(6.0 / Both(Fans.Of("GlorotUniform", a))), dtype);
        }

        private static long Both(Fans fans) => fans.In + fans.Out;

        // The scale is found first, and refuses what has none.
        private static NDArray Spread(NDArray a, double scale, DType dtype) => Mx.Random.Normal(a.Shape, dtype, scale: scale);

        private static NDArray Around(NDArray a, double bound, DType dtype) => Mx.Random.Uniform(-bound, bound, a.Shape, dtype);
    }
}
