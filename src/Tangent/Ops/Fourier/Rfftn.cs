namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The Fourier transform of real numbers along several axes, complex64; along the last of them the first n/2 + 1 results are kept.</summary>
        /// <param name="a">Real numbers; float64 is refused.</param>
        /// <param name="s">The length of the transform along each of the axes, to which it is cut or filled up with zeros; by default its own.</param>
        /// <param name="axes">The axes, none twice; by default all, or the last of them where there are lengths.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">There are not as many lengths as axes, a length is less than 1, an axis comes twice, or the type is float64 or complex64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.rfftn")]
        public static NDArray Rfftn(NDArray a, int[]? s = null, Axes? axes = null, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.FromRealAll("Rfftn", a, s, axes, norm);
    }
}
