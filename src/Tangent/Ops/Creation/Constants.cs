namespace Tangent;

/// <content>Constants. They are literals: an array that meets one keeps its type.</content>
public static partial class Mx
{
    /// <summary>Euler's number, the base of the natural logarithm.</summary>
    [Mlx("core.e")]
    public const double E = Math.E;

    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    [Mlx("core.pi")]
    public const double Pi = Math.PI;

    /// <summary>Positive infinity.</summary>
    [Mlx("core.inf")]
    public const double Inf = double.PositiveInfinity;

    /// <summary>Not a number.</summary>
    [Mlx("core.nan")]
    public const double NaN = double.NaN;

    /// <summary>The Euler-Mascheroni constant: the limit of 1 + 1/2 + … + 1/n - ln n.</summary>
    [Mlx("core.euler_gamma")]
    public const double EulerGamma = 0.577215664901532860607;
}
