namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The frequencies that <see cref="Rfft"/> gives, in cycles per unit of the spacing: 0, 1, … up to n/2, over n·d; float32.</summary>
        /// <param name="n">The length of the transform.</param>
        /// <param name="d">The spacing of the samples.</param>
        /// <exception cref="ArgumentException">The length is less than 1, or the spacing 0 or not finite.</exception>
        [Mlx("core.fft.rfftfreq")]
        public static NDArray RfftFreq(int n, double d = 1) =>
            FourierArguments.Frequencies("RfftFreq", n, d, n / 2 + 1, k => k);
    }
}
