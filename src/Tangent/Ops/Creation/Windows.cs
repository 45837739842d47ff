namespace Tangent;

public static partial class Mx
{
    /// <summary>The Hann window of M points, 0.5 − 0.5·cos(2πn/(M − 1)), as float32.</summary>
    [Mlx("core.hanning")]
    public static NDArray Hanning(int M) => Window("Hanning", M, phase => 0.5 - 0.5 * Cos(phase));

    /// <summary>The Hamming window of M points, 0.54 − 0.46·cos(2πn/(M − 1)), as float32.</summary>
    [Mlx("core.hamming")]
    public static NDArray Hamming(int M) => Window("Hamming", M, phase => 0.54 - 0.46 * Cos(phase));

    /// <summary>The Blackman window of M points, 0.42 − 0.5·cos(2πn/(M − 1)) + 0.08·cos(4πn/(M − 1)), as float32.</summary>
    [Mlx("core.blackman")]
    public static NDArray Blackman(int M) => Window("Blackman", M, phase => 0.42 - 0.5 * Cos(phase) + 0.08 * Cos(2 * phase));

    /// <summary>The Bartlett window of M points, the triangle 1 − |2n/(M − 1) − 1|, as float32.</summary>
    [Mlx("core.bartlett")]
    public static NDArray Bartlett(int M) => Window("Bartlett", M, phase => 1 - Abs(phase / Math.PI - 1));

    // A function of 2πn/(M - 1), computed in float64; a window of one point is 1.
    private static NDArray Window(string function, int points, Func<NDArray, NDArray> shape)
    {
        if (points < 0)
            throw new ArgumentOutOfRangeException("M", points, $"{function}: a window cannot have {points} points.");
        if (points <= 1)
            return Ones(points);
        return AsType(shape(new Iota(0, 2 * Math.PI / (points - 1), points, DType.Float64).Apply()), DType.Float32);
    }
}
