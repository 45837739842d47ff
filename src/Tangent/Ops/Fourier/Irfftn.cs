namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The inverse of <see cref="Rfftn"/>: real numbers, float32, from a spectrum of which the first n/2 + 1 along the last of several axes are given.</summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="s">How many results there are along each of the axes; by default as many as elements, and 2·(elements - 1) along the last one.</param>
        /// <param name="axes">The axes, none twice; by default all, or the last of them where there are lengths.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">There are not as many lengths as axes, a length is less than 1, an axis comes twice, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.irfftn")]
        public static NDArray Irfftn(NDArray a, int[]? s = null, Axes? axes = null, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.ToRealAll("Irfftn", a, s, axes, norm);
    }
}
