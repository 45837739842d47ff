namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The Fourier transform along several axes, complex64.</summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="s">The length of the transform along each of the axes, to which it is cut or filled up with zeros; by default its own.</param>
        /// <param name="axes">The axes, none twice; by default all, or the last of them where there are lengths.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">There are not as many lengths as axes, a length is less than 1, an axis comes twice, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.fftn")]
        public static NDArray Fftn(NDArray a, int[]? s = null, Axes? axes = null, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.AlongAll("Fftn", a, s, axes, norm, inverse: false);
    }
}
