namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The inverse of <see cref="Rfft2"/>: real numbers, float32, from a spectrum of which the first n/2 + 1 along the last of two axes are given.</summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="s">How many results there are along each of the axes; by default as many as elements, and 2·(elements - 1) along the last one.</param>
        /// <param name="axes">The axes, none twice; by default the last two.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">There are not as many lengths as axes, a length is less than 1, an axis comes twice, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.irfft2")]
        public static NDArray Irfft2(NDArray a, int[]? s = null, Axes? axes = null, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.ToRealAll("Irfft2", a, s, axes ?? (-2, -1), norm);
    }
}
