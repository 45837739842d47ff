namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The Fourier transform along two axes, complex64.</summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="s">The length of the transform along each of the axes, to which it is cut or filled up with zeros; by default its own.</param>
        /// <param name="axes">The axes, none twice; by default the last two.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">There are not as many lengths as axes, a length is less than 1, an axis comes twice, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.fft2")]
        public static NDArray Fft2(NDArray a, int[]? s = null, Axes? axes = null, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.AlongAll("Fft2", a, s, axes ?? (-2, -1), norm, inverse: false);
    }
}
