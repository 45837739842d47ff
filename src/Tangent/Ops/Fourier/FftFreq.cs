namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The frequencies that <see cref="Fft"/> gives, in cycles per unit of the spacing: 0, 1, … and then the negative ones, over n·d; float32.</summary>
        /// <param name="n">The length of the transform.</param>
        /// <param name="d">The spacing of the samples.</param>
        /// <exception cref="ArgumentException">The length is less than 1, or the spacing 0 or not finite.</exception>
        [Mlx("core.fft.fftfreq")]
        public static NDArray FftFreq(int n, double d = 1) =>
            FourierArguments.Frequencies("FftFreq", n, d, n, k => k < (n + 1) / 2 ? k : k - n);
    }
}
