using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Three residual blocks of two 3×3 convolutions with norms over the batch, 64 channels wide, on 32 images of 32×32, whose channels lie last.</summary>
internal sealed class ResNetStage
{
    private const int Batch = 32, Side = 32, Channels = 64, Blocks = 3;
    private const double Epsilon = 1e-5;

    private readonly Tensor images = Uniform(1, Batch, Side, Side, Channels).permute(0, 3, 1, 2);
    private readonly Tensor mean = zeros(Channels), variance = ones(Channels);

    /// <summary>For each convolution its filters, and the scale and shift of the norm behind it.</summary>
    public static Tensor[] Parameters(int seed) => [.. Enumerable.Range(0, 2 * Blocks).SelectMany(i => (Tensor[])
    [
        Numbers(seed + 3 * i, Channels, 3, 3, Channels), 1 + Numbers(seed + 3 * i + 1, Channels), Numbers(seed + 3 * i + 2, Channels),
    ])];

    /// <summary>The mean of the squares of what comes out.</summary>
    public Tensor Loss(Tensor[] p)
    {
        Tensor x = images;
        for (int i = 0; i < p.Length; i += 6)
            x = nn.functional.relu(x + Convolved(nn.functional.relu(Convolved(x, p, i)), p, i + 3));
        return x.square().mean();
    }

    private Tensor Convolved(Tensor x, Tensor[] p, int i) => nn.functional.batch_norm(
        nn.functional.conv2d(x, p[i].permute(0, 3, 1, 2), padding: [1, 1]), mean, variance, p[i + 1], p[i + 2], training: true, eps: Epsilon);

    private static Tensor Numbers(int seed, params long[] shape) =>
        tensor(Inputs.Uniform((int)shape.Aggregate(1L, (count, length) => count * length), seed, 1 / MathF.Sqrt(9 * Channels))).reshape(shape);
}
