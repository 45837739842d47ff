namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>Numbers with the standard Gumbel distribution.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="dtype">A real floating type.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.gumbel")]
        public static NDArray Gumbel(Shape? shape = null, DType dtype = DType.Float32, NDArray? key = null) =>
            -Log(-Log(Uniform(0.0, 1.0, shape ?? [], dtype, GlobalKey.Or(key, "Gumbel"))));
    }
}
