namespace Tangent.Bench;

/// <summary>Convolutions, pooling, attention, quantised products, and what networks are made of them.</summary>
internal static class NeuralRows
{
    private const double OfAttention = 4.0 * 4 * 8 * 1024 * 1024 * 64, OfLongAttention = 4.0 * 8 * 4096 * 4096 * 64;

    // Products: of 12·512² weights and of the attention; six convolutions.
    private const double OfTransformer = 2.0 * 8 * 256 * 12 * 512 * 512 + 4.0 * 8 * 8 * 256 * 256 * 64, OfResNet = 6 * 2.0 * 32 * 32 * 32 * 64 * 576;

    private const double PooledBytes = 4.0 * 32 * 56 * 56 * 64;

    public static IEnumerable<Row> All =>
    [
        .. Pair("conv2d-3x3", "conv2d 3x3, 32x32x32x64 by 64", 2.0 * 32 * 32 * 32 * 64 * 576, Goal.Torch(0.9, 1), Goal.Torch(0.95, 1.1)),
        .. Pair("conv2d-stride", "conv2d 3x3, stride 2, 32x56x56x64 by 128", 2.0 * 32 * 28 * 28 * 128 * 576, Goal.Torch(0.9, 1), Goal.Torch(0.95, 1.1)),
        .. Pair("conv2d-1x1", "conv2d 1x1, 32x14x14x256 by 256", 2.0 * 32 * 14 * 14 * 256 * 256, Goal.Torch(0.9, 1), Goal.Torch(0.95, 1.1)),
        .. Pair("conv2d-7x7", "conv2d 7x7, stride 2, 8x224x224x3 by 64", 2.0 * 8 * 112 * 112 * 64 * 147, Goal.Torch(0.9, 1), Goal.Torch(1.3, 2)),
        .. Pair("depthwise", "depthwise 3x3, 32x56x56x64", 2.0 * 32 * 56 * 56 * 64 * 9, Goal.Torch(0.9, 1.3), Goal.Torch(0.9, 1.3)),
        New("conv1d", "conv1d of 5, 16x1024x64 by 64", 2.0 * 16 * 1024 * 64 * 320, Goal.Torch(1, 1.15)),
        .. Pair("attention", "attention, 4x8x1024x64", OfAttention, Goal.Torch(1.15, 1.25), Goal.Torch(1.1, 1.3)),
        New("attention-jvp", "attention and jvp, 4x8x1024x64", 3 * OfAttention, Goal.Forward("attention", 3.2, 2.9)),
        New("attention-gradient-jvp", "attention's gradient and jvp, 4x8x1024x64", 10.5 * OfAttention, Goal.Forward("attention-gradient", 3.2, 2.9)),
        .. Pair("attention-causal", "attention, causal, 4x8x1024x64", OfAttention / 2, Goal.Torch(1.5, 1.7), Goal.Torch(1.1, 1.3)),
        .. Pair("attention-4096", "attention, 1x8x4096x64", OfLongAttention, Goal.Torch(1.15, 1.3), Goal.Torch(1.1, 1.3)),
        new("attention-decode", "attention of one query, 32 heads, 4096 keys of 128", Goal.Torch(2, 3)) { IsParallel = true, Work = Work.Moving(8.0 * 32 * 4096 * 128, 0) },
        .. Pool("max-pool-2x2", "max-pool 2x2, 32x56x56x64"), .. Pool("max-pool-3x3", "max-pool 3x3, stride 2, 32x56x56x64"), .. Pool("average-pool-2x2", "average-pool 2x2, 32x56x56x64"),
        New("transformer", "transformer block, 8x256x512", OfTransformer, Goal.Torch(1.2, 1.5)),
        New("transformer-gradient", "transformer block, loss and gradient, 8x256x512", 3 * OfTransformer, Goal.Torch(1.2, 1.5)),
        New("transformer-jvp", "transformer block and jvp, 8x256x512", 3 * OfTransformer, Goal.Forward("transformer", 2.6, 2.3)),
        New("resnet-gradient", "three residual blocks, loss and gradient, 32x32x32x64", 3 * OfResNet, Goal.Torch(1, 1.2)),
        Decode("quantized-4", "a row by 4096x4096 of 4 bits, each call another", 4, Goal.Share(0.7, 0.85)),
        Decode("quantized-8", "a row by 4096x4096 of 8 bits, each call another", 8, Goal.Share(0.8, 0.95)),
        New("quantized-128", "128 rows by 4096x4096 of 4 bits", 2.0 * 128 * 4096 * 4096, Goal.Share(0.5, 0.7)),
    ];

    // Each output stands for four inputs; backwards the input, the output and its cotangent are read, and the input's cotangent is written.
    private static IEnumerable<Row> Pool(string name, string title) =>
    [
        new(name, title, Goal.Torch(1, 1.5)) { IsParallel = true, Work = Work.Moving(PooledBytes, PooledBytes / 4) },
        new($"{name}-gradient", $"{title}, and gradient", Goal.Torch(1, 1.5)) { IsParallel = true, Work = Work.Moving(PooledBytes * 2.5, PooledBytes * 1.5) },
    ];

    // Backwards twice and a half as much again: five products beside two, or two beside one.
    private static IEnumerable<Row> Pair(string name, string title, double operations, Goal forward, Goal gradient) =>
    [
        New(name, title, operations, forward),
        New($"{name}-gradient", $"{title}, and gradient", (name.StartsWith("attention", StringComparison.Ordinal) ? 3.5 : 3) * operations, gradient),
    ];

    // Codes, and for each 64 of them a scale and a bias.
    private static Row Decode(string name, string title, int bits, Goal goal) =>
        new(name, title, goal) { IsParallel = true, Work = new Work { Read = 4096.0 * 4096 * (bits + 1) / 8, IsFromMemory = true } };

    private static Row New(string name, string title, double operations, Goal goal) =>
        new(name, title, goal) { IsParallel = true, Work = new Work { Operations = operations } };
}
