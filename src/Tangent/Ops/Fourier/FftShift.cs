namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The elements moved so that frequency 0, which comes first, comes to the middle of each axis. Of any type.</summary>
        /// <param name="a">The array.</param>
        /// <param name="axes">The axes, none twice; by default all.</param>
        /// <exception cref="ArgumentException">An axis comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.fftshift")]
        public static NDArray FftShift(NDArray a, Axes? axes = null) =>
            FourierArguments.Shift("FftShift", a, axes, length => length / 2);
    }
}
