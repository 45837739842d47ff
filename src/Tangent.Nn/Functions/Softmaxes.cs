namespace Tangent;

public static partial class Nn
{
    /// <summary>exp(x) divided by its sum along an axis, without overflow; integers become float32.</summary>
    /// <param name="x">An array of any real type with one axis or more.</param>
    /// <param name="axis">The axis along which the result sums to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    [Mlx("nn.softmax")]
    public static NDArray Softmax(NDArray x, int axis = -1)
    {
        NDArray given = Arguments.Floating("Nn.Softmax", x);
        return Mx.Softmax(given, Arguments.Axis("Nn.Softmax", x, axis));
    }

    /// <summary>The logarithm of <see cref="Softmax"/>, which neither overflows nor loses small probabilities.</summary>
    /// <param name="x">An array of any real type with one axis or more; integers become float32.</param>
    /// <param name="axis">The axis along which probabilities sum to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    [Mlx("nn.log_softmax")]
    public static NDArray LogSoftmax(NDArray x, int axis = -1)
    {
        NDArray given = Arguments.Floating("Nn.LogSoftmax", x);
        return Mx.LogSoftmax(given, Arguments.Axis("Nn.LogSoftmax", x, axis));
    }

    /// <summary><see cref="Softmax"/> of −x: the smallest elements get the largest shares.</summary>
    /// <param name="x">An array of any real type with one axis or more; integers become float32.</param>
    /// <param name="axis">The axis along which the result sums to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    [Mlx("nn.softmin")]
    public static NDArray Softmin(NDArray x, int axis = -1)
    {
        NDArray given = Arguments.Floating("Nn.Softmin", x);
        return Mx.Softmax(-given, Arguments.Axis("Nn.Softmin", x, axis));
    }
}
