namespace Tangent;

public static partial class Nn
{
    /// <summary>x·σ(x), with the logistic σ; also called swish. At −∞ it is 0.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.silu")]
    public static NDArray Silu(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Silu", x);
        return Gated(given, Mx.Sigmoid(given));
    }

    /// <summary>x·tanh(log(1 + exp(x))). At −∞ it is 0.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.mish")]
    public static NDArray Mish(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Mish", x);
        return Gated(given, Mx.Tanh(Softplus(given)));
    }

    /// <summary>x·min(max(x + 3, 0), 6) / 6. The derivative at −3 is 0, at 3 it is 1.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    [Mlx("nn.hardswish")]
    public static NDArray Hardswish(NDArray x)
    {
        NDArray given = Arguments.Floating("Nn.Hardswish", x);
        return Mx.Where(given <= -3, 0, Mx.Where(given >= 3, given, given * (given + 3) / 6));
    }

    /// <summary>The first half of an axis times the logistic function of the second half.</summary>
    /// <param name="x">An array of any real type; integers become float32.</param>
    /// <param name="axis">An axis of even length; that of the result has half of it.</param>
    /// <exception cref="ArgumentException">The axis is of odd length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    [Mlx("nn.glu")]
    public static NDArray Glu(NDArray x, int axis = -1)
    {
        NDArray given = Arguments.Floating("Nn.Glu", x);
        int along = Arguments.Axis("Nn.Glu", x, axis);
        if (x.Shape[along] % 2 != 0)
            throw new ArgumentException($"Nn.Glu: axis {axis} of x of shape {x.Shape} has no two halves.", nameof(x));
        NDArray[] halves = Mx.Split(given, 2, along);
        return halves[0] * Mx.Sigmoid(halves[1]);
    }

    // A gate goes to 0 below faster than x to −∞ and to 1 above: the limits, and their slopes, without ∞·0.
    private static NDArray Gated(NDArray x, NDArray gate) => Mx.Where(Mx.IsInf(x), Mx.Relu(x), x * gate);
}
