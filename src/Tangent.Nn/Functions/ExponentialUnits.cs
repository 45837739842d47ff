namespace Tangent;

public static partial class Nn
{
    // Klambauer et al., "Self-normalizing neural networks", 2017: with these mean 0 and variance 1 are a fixed point.
    private const double SeluAlpha = 1.6732632423543772, SeluScale = 1.0507009873554805;

    /// <summary>x where it is positive, else alpha·(exp(x) − 1).</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    /// <param name="alpha">The result goes to −alpha for elements far below 0.</param>
    [Mlx("nn.elu")]
    public static NDArray Elu(NDArray x, double alpha = 1)
    {
        NDArray given = Arguments.Floating("Nn.Elu", x);
        return Mx.Where(given > 0, given, alpha * Mx.Expm1(given));
    }

    /// <summary>x where it is positive, else alpha·(exp(x / alpha) − 1): <see cref="Elu"/> with a slope of 1 at 0 for every alpha.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    /// <param name="alpha">The result goes to −alpha for elements far below 0; not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is 0.</exception>
    [Mlx("nn.celu")]
    public static NDArray Celu(NDArray x, double alpha = 1)
    {
        NDArray given = Arguments.Floating("Nn.Celu", x);
        if (alpha == 0)
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Nn.Celu: alpha is 0; elements are divided by it.");
        return Mx.Where(given > 0, given, alpha * Mx.Expm1(given / alpha));
    }

    /// <summary><see cref="Elu"/> with that alpha and factor under which layer after layer keeps mean 0 and variance 1.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.selu")]
    public static NDArray Selu(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Selu", x);
        return SeluScale * Elu(given, SeluAlpha);
    }
}
