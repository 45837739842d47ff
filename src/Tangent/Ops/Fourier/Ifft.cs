namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The inverse of <see cref="Fft"/> along an axis: a[j] = Σ X[k]·exp(2πi·jk/n)/n, complex64.</summary>
        /// <param name="a">Real or complex numbers; float64 is refused.</param>
        /// <param name="n">The length of the transform, to which the axis is cut or filled up with zeros; by default its own.</param>
        /// <param name="axis">The axis.</param>
        /// <param name="norm">Which direction is scaled.</param>
        /// <exception cref="ArgumentException">The length is less than 1, or the type is float64.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.ifft")]
        public static NDArray Ifft(NDArray a, int? n = null, int axis = -1, FftNorm norm = FftNorm.Backward) =>
            FourierArguments.Along("Ifft", FourierArguments.Complex("Ifft", a), Axes.Normalize("Ifft", axis, a.Rank), n, norm, inverse: true);
    }
}
