namespace Tangent;

public static partial class Nn
{
    public static partial class Init
    {
        /// <summary>
        /// An initialiser of weights [out, …, in] that gives normally distributed numbers of standard deviation gain / √connections (He et
        /// al., 2015); the axes between multiply these.
        /// </summary>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        /// <param name="mode">Which connections.</param>
        /// <param name="gain">The factor; √2 keeps the variance through <see cref="Relu"/>.</param>
        /// <exception cref="ArgumentException">By the initialiser: the array has fewer than two axes.</exception>
        [Mlx("nn.init.he_normal")]
        public static Func<NDArray, NDArray> HeNormal(DType dtype = DType.Float32, FanMode mode = FanMode.FanIn, double gain = 1)
        {
            RequireFloating("HeNormal", dtype);
            RequireMode("HeNormal", mode);
            return a => Spread(a, gain / Math.Sqrt(Fans.Of("HeNormal", a).Along(mode)), dtype);
        }

        /// <summary>The same with numbers spread evenly over ±gain·√(3 / connections).</summary>
        /// <param name="dtype">The type of what it gives, a real floating one.</param>
        /// <param name="mode">Which connections.</param>
        /// <param name="gain">The factor.</param>
        /// <exception cref="ArgumentException">By the initialiser: the array has fewer than two axes.</exception>
        [Mlx("nn.init.he_uniform")]
        public static Func<NDArray, NDArray> HeUniform(DType dtype = DType.Float32, FanMode mode = FanMode.FanIn, double gain = 1)
        {
            RequireFloating("HeUniform", dtype);
            RequireMode("HeUniform", mode);
            return a => Around(a, gain * Math.Sqrt(3.0 / Fans.Of("HeUniform", a).Along(mode)), dtype);
        }

        private static void RequireMode(string initializer, FanMode mode)
        {
            if (mode is not (FanMode.FanIn or FanMode.FanOut))
                throw new ArgumentOutOfRangeException(nameof(mode), mode, $"Nn.Init.{initializer}: there is no mode {mode}.");
        }
    }
}
