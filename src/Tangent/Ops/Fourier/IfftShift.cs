namespace Tangent;

public static partial class Mx
{
    public static partial class Fourier
    {
        /// <summary>The inverse of <see cref="FftShift"/>: the middle of each axis comes first. Of any type.</summary>
        /// <param name="a">The array.</param>
        /// <param name="axes">The axes, none twice; by default all.</param>
        /// <exception cref="ArgumentException">An axis comes twice.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
        [Mlx("core.fft.ifftshift")]
        public static NDArray IfftShift(NDArray a, Axes? axes = null) =>
            FourierArguments.Shift("IfftShift", a, axes, length => -(length / 2));
    }
}
