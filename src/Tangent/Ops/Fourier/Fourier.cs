namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Discrete Fourier transforms, after <c>mlx.core.fft</c>: of any length, along any axes, in float32. They take integers, bool and the
    /// narrower floating types as float32, and refuse float64, of which no complex type would keep the digits.
    /// </summary>
    public static partial class Fourier;
}
