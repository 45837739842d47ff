namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        /// <summary>Numbers with a Laplace distribution; differentiable in <paramref name="loc"/> and <paramref name="scale"/>.</summary>
        /// <param name="shape">The shape of the result.</param>
        /// <param name="dtype">A real floating type.</param>
        /// <param name="loc">The mean.</param>
        /// <param name="scale">The mean distance from it.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.laplace")]
        public static NDArray Laplace(Shape? shape = null, DType dtype = DType.Float32, NDArray? loc = null, NDArray? scale = null, NDArray? key = null)
        {
            if (!dtype.IsFloating)
                throw new ArgumentException($"Random.Laplace: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
            DType working = dtype == DType.Float64 ? dtype : DType.Float32;
            NDArray unit = Uniform(AboveMinusOne, 1.0, shape ?? [], working, GlobalKey.Or(key, "Laplace"));
            NDArray y = AsType(Sign(unit) * Log1p(-Abs(unit)), dtype);
            y = scale is null ? y : y * Elementwise.ToType("Random.Laplace", scale, dtype);
            return loc is null ? y : y + Elementwise.ToType("Random.Laplace", loc, dtype);
        }
    }
}
