namespace Tangent;

public static partial class Nn
{
    /// <summary>The larger of each element and 0, of the type of <paramref name="x"/>; NaN stays. The derivative at 0 is 0.</summary>
    /// <param name="x">An array of any real type and shape.</param>
    [Mlx("nn.relu")]
    public static NDArray Relu(NDArray x)
    {
        Arguments.RequireReal("Nn.Relu", x);
        return Mx.Relu(x);
    }

    /// <summary>The square of the larger of each element and 0, of the type of <paramref name="x"/>.</summary>
    /// <param name="x">An array of any real type and shape.</param>
    [Mlx("nn.relu2")]
    public static NDArray Relu2(NDArray x) => Mx.Square(Relu(x));

    /// <summary>Each element brought between 0 and 6, of the type of <paramref name="x"/>. The derivative at 0 and at 6 is 0.</summary>
    /// <param name="x">An array of any real type and shape.</param>
    [Mlx("nn.relu6")]
    public static NDArray Relu6(NDArray x)
    {
        Arguments.RequireReal("Nn.Relu6", x);
        return Mx.Where(x >= 6, 6, Mx.Relu(x));
    }

    /// <summary>The larger of each element and <paramref name="negativeSlope"/> times it. The derivative at 0 is that of the side below.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    /// <param name="negativeSlope">The slope below 0; above 1 it is that above 0.</param>
    [Mlx("nn.leaky_relu")]
    public static NDArray LeakyRelu(NDArray x, double negativeSlope = 0.01)
    {
        NDArray given = Arguments.Floating("Nn.LeakyRelu", x), sloped = negativeSlope * given;
        return negativeSlope > 1 ? Mx.Where(given > 0, sloped, given) : Mx.Where(given > 0, given, sloped);
    }

    /// <summary>Each element where it is positive, else <paramref name="alpha"/> times it. The derivative at 0 is that of the side below.</summary>
    /// <param name="x">An array of any real type and shape; integers become float32.</param>
    /// <param name="alpha">The slope below 0, a number or an array that broadcasts to <paramref name="x"/>: [n] has one for each of n channels.</param>
    /// <exception cref="ArgumentException"><paramref name="alpha"/> does not broadcast to <paramref name="x"/>.</exception>
    [Mlx("nn.prelu")]
    public static NDArray PRelu(NDArray x, NDArray alpha)
    {
        NDArray given = Arguments.Floating("Nn.PRelu", x);
        Arguments.RequireReal("Nn.PRelu", alpha);
        if (!Broadcasts(alpha.Shape, x.Shape))
            throw new ArgumentException($"Nn.PRelu: alpha of shape {alpha.Shape} does not broadcast to x of shape {x.Shape}.", nameof(alpha));
        return Mx.Where(given > 0, given, alpha * given);
    }

    /// <summary>1 where an element is greater than <paramref name="threshold"/>, else 0, as int32. There is no derivative.</summary>
    /// <param name="x">An array of any real type and shape.</param>
    /// <param name="threshold">What an element must exceed.</param>
    [Mlx("nn.step")]
    public static NDArray Step(NDArray x, double threshold = 0)
    {
        Arguments.RequireReal("Nn.Step", x);
        return Mx.AsType(x > threshold, DType.Int32);
    }

    private static bool Broadcasts(Shape from, Shape to)
    {
        if (from.Rank > to.Rank)
            return false;
        for (int i = 1; i <= from.Rank; i++)
            if (from[^i] != 1 && from[^i] != to[^i])
                return false;
        return true;
    }
}
