namespace Tangent;

public static partial class Nn
{
    /// <summary>The logistic function 1 / (1 + exp(−x)) of each element; integers become float32.</summary>
    /// <param name="x">An array of any type and shape.</param>
    [Mlx("nn.sigmoid")]
    public static NDArray Sigmoid(NDArray x) => Mx.Sigmoid(x);

    /// <summary>The logarithm of <see cref="Sigmoid"/>, without underflow.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.log_sigmoid")]
    public static NDArray LogSigmoid(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.LogSigmoid", x);
        return -Softplus(-given);
    }

    /// <summary>The hyperbolic tangent of each element; integers become float32.</summary>
    /// <param name="x">An array of any type and shape.</param>
    [Mlx("nn.tanh")]
    public static NDArray Tanh(NDArray x) => Mx.Tanh(x);

    /// <summary>Each element brought between two bounds; on a bound half of the derivative passes.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    /// <param name="minVal">The lower bound.</param>
    /// <param name="maxVal">The upper bound, not less than <paramref name="minVal"/>.</param>
    /// <exception cref="ArgumentException">The lower bound is above the upper one.</exception>
    [Mlx("nn.hard_tanh")]
    public static NDArray HardTanh(NDArray x, double minVal = -1, double maxVal = 1)
    {
        NDArray given = Arguments.Floating("Nn.HardTanh", x);
        if (!(minVal <= maxVal))
            throw new ArgumentException($"Nn.HardTanh: minVal {minVal} is not at most maxVal {maxVal}.", nameof(minVal));
        return Mx.Clip(given, minVal, maxVal);
    }

    /// <summary>x / (1 + |x|); ±1 at ±∞.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.softsign")]
    public static NDArray Softsign(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Softsign", x);
        return Mx.Where(Mx.IsInf(given), Mx.Sign(given), given / (1 + Mx.Abs(given)));
    }

    /// <summary>log(1 + exp(x)), without overflow.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.softplus")]
    public static NDArray Softplus(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Softplus", x);
        return Mx.LogAddExp(given, 0);
    }
}
