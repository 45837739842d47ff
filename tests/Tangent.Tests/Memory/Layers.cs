namespace Tangent.Tests.Memory;

/// <summary>Layers and chains of them, of which the tests measure what they keep.</summary>
internal static class Layers
{
    /// <summary>Normally distributed numbers, the same for the same seed, evaluated.</summary>
    public static NDArray Normal(ulong seed, Shape shape, double scale = 1, DType dtype = DType.Float32) =>
        (Mx.Random.Normal(shape, dtype, key: Mx.Random.Key(seed)) * scale).Eval();

    /// <summary>So many square weights [width, width] that keep the size of what they are multiplied with.</summary>
    public static NDArray[] Weights(int count, int width) =>
        [.. Enumerable.Range(0, count).Select(i => Normal((ulong)(100 + i), (width, width), 1 / Math.Sqrt(width)))];

    /// <summary>x after so many applications of a layer.</summary>
    public static NDArray Repeat(NDArray x, int count, Func<NDArray, NDArray> layer)
    {
        for (int i = 0; i < count; i++)
            x = layer(x);
        return x;
    }

    /// <summary>A step of the classical Runge–Kutta method.</summary>
    public static NDArray RungeKuttaStep(NDArray y, double step, Func<NDArray, NDArray> field)
    {
        NDArray a = field(y);
        NDArray b = field(y + a * (step / 2));
        NDArray c = field(y + b * (step / 2));
        NDArray d = field(y + c * step);
        return y + (a + b * 2 + c * 2 + d) * (step / 6);
    }

    /// <summary>The field of damped pendulums with angles y[0] and velocities y[1].</summary>
    public static NDArray Pendulums(NDArray y, NDArray strength, NDArray damping) =>
        Mx.Stack([y[1], -strength * Mx.Sin(y[0]) - damping * y[1]]);
}
