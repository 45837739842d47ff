namespace Tangent;

public static partial class Nn
{
    // The largest magnitude that tells: beyond, the hyperbolic tangent below is ±1 in every type, and a cube might be infinite.
    private const double GeluReach = 10;

    /// <summary>x·Φ(x), with the distribution function Φ of the normal distribution (Hendrycks, Gimpel, 2016). At −∞ it is 0.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.gelu")]
    public static NDArray Gelu(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Gelu", x);
        return Gated(given, 0.5 * (1 + Mx.Erf(given * Math.Sqrt(0.5))));
    }

    /// <summary><see cref="Gelu"/> with x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) / 2; the error is less than 0.0005.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.gelu_approx")]
    public static NDArray GeluApprox(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.GeluApprox", x);
        NDArray near = Mx.Clip(given, -GeluReach, GeluReach);
        NDArray argument = Math.Sqrt(2 / Math.PI) * near * (1 + (0.044715 * Mx.Square(near)));
        return Gated(given, 0.5 * (1 + Mx.Tanh(argument)));
    }

    /// <summary><see cref="Gelu"/> with x·σ(1.702·x), with the logistic σ; the error is less than 0.021.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.gelu_fast_approx")]
    public static NDArray GeluFastApprox(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.GeluFastApprox", x);
        return Gated(given, Mx.Sigmoid(1.702 * given));
    }
}
