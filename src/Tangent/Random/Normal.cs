namespace Tangent;

public static partial class Mx
{
    public static partial class Random
    {
        // The float32 after -1: the inverse error function is finite there.
        private const double AboveMinusOne = -1 + (1.0 / (1 << 24));

        /// <summary>Normally distributed numbers; differentiable in <paramref name="loc"/> and <paramref name="scale"/>.</summary>
        /// <param name="shape">The shape of the result, to which <paramref name="loc"/> and <paramref name="scale"/> broadcast.</param>
        /// <param name="dtype">A floating or complex type; the real and imaginary part of a complex number have variance ½ each.</param>
        /// <param name="loc">The mean, 0 if null.</param>
        /// <param name="scale">The standard deviation, 1 if null.</param>
        /// <param name="key">A key, or null for the next one of the sequence.</param>
        [Mlx("core.random.normal")]
        public static NDArray Normal(Shape? shape = null, DType dtype = DType.Float32, NDArray? loc = null, NDArray? scale = null, NDArray? key = null)
        {
            if (!dtype.IsInexact)
                throw new ArgumentException($"Random.Normal: dtype is {dtype.Name()}; it must be a floating or complex type.", nameof(dtype));
            NDArray drawn = GlobalKey.Or(key, "Normal");
            NDArray y = dtype.IsComplex ? ComplexNormal(shape ?? [], drawn, scale) : RealNormal(shape ?? [], dtype, drawn, scale);
            return loc is null ? y : Elementwise.ToType("Random.Normal", loc, dtype) + y;
        }

        private static NDArray RealNormal(Shape shape, DType dtype, NDArray key, NDArray? scale)
        {
            DType working = dtype == DType.Float64 ? dtype : DType.Float32;
            NDArray standard = AsType(ErfInv(Uniform(AboveMinusOne, 1.0, shape, working, key)), dtype);
            NDArray spread = AsType(Math.Sqrt(2), dtype);
            return (scale is null ? spread : spread * Elementwise.ToType("Random.Normal", scale, dtype)) * standard;
        }

        private static NDArray ComplexNormal(Shape shape, NDArray key, NDArray? scale)
        {
            NDArray parts = ErfInv(Uniform(AboveMinusOne, 1.0, shape.Insert(shape.Rank, 2), DType.Float32, key));
            NDArray standard = Reshape(View(parts, DType.Complex64), shape);
            return scale is null ? standard : standard * Elementwise.ToType("Random.Normal", scale, DType.Complex64);
        }
    }
}
