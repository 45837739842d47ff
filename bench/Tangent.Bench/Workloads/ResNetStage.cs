using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>Three residual blocks of two 3×3 convolutions with norms over the batch, 64 channels wide, on 32 images of 32×32.</summary>
internal sealed class ResNetStage
{
    private const int Batch = 32, Side = 32, Channels = 64, Blocks = 3;
    private const double Epsilon = 1e-5;

    private readonly NDArray images = TangentLibrary.Uniform(1, Batch, Side, Side, Channels);

    /// <summary>For each convolution its filters, and the scale and shift of the norm behind it.</summary>
    public static NDArray[] Parameters(int seed) => [.. Enumerable.Range(0, 2 * Blocks).SelectMany(i => (NDArray[])
    [
        Numbers(seed + 3 * i, Channels, 3, 3, Channels), 1 + Numbers(seed + 3 * i + 1, Channels), Numbers(seed + 3 * i + 2, Channels),
    ])];

    /// <summary>The mean of the squares of what comes out.</summary>
    public NDArray Loss(NDArray[] p)
    {
        NDArray x = images;
        for (int i = 0; i < p.Length; i += 6)
            x = Mx.Relu(x + Convolved(Mx.Relu(Convolved(x, p, i)), p, i + 3));
        return Mx.Mean(Mx.Square(x));
    }

    private static NDArray Convolved(NDArray x, NDArray[] p, int i)
    {
        NDArray y = Mx.Conv2d(x, p[i], padding: 1), mean = Mx.Mean(y, (0, 1, 2)), variance = Mx.Var(y, (0, 1, 2));
        return (y - mean) * (Mx.Rsqrt(variance + Epsilon) * p[i + 1]) + p[i + 2];
    }

    private static NDArray Numbers(int seed, params int[] shape) =>
        Mx.Reshape(Inputs.Uniform(shape.Aggregate(1, (count, length) => count * length), seed, 1 / MathF.Sqrt(9 * Channels)), shape).Eval();
}
