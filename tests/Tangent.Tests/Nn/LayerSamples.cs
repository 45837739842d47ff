using Tangent.Tests.Laws;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>Every layer, by name.</summary>
internal static class LayerSamples
{
    private static readonly NDArray Matrix = Samples.Numbers((3, 4), -2, 2), Wide = Samples.Numbers((2, 64)), Rows = Samples.Numbers((2, 5, 4)), Image = Samples.Numbers((2, 5, 6, 4)), Volume = Samples.Numbers((1, 4, 5, 4, 2));
    private static readonly NDArray Numbers = Mx.Array([[0, 2, 4], [1, 2, 3]]), Scalar = Samples.Numbers([]);

    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, LayerSample> All { get; } =
        Activations().Concat(Plain()).Concat(Convolutions()).Concat(Pooling()).Concat(Normalizations()).Concat(Attention()).Concat(Recurrent()).Concat(Quantized()).ToDictionary(sample => sample.Name);

    private static IEnumerable<LayerSample> Activations() =>
    [
        One("ReLU", () => new ReLU(), Matrix), One("ReLU2", () => new ReLU2(), Matrix), One("ReLU6", () => new ReLU6(), Matrix), One("LeakyReLU", () => new LeakyReLU(0.2), Matrix),
        One("PReLU", () => new PReLU(), Matrix), One("PReLU, channels", () => new PReLU(4), Matrix) with { Wrong = [Scalar] }, One("ELU", () => new ELU(0.5), Matrix), One("CELU", () => new CELU(1.5), Matrix),
        One("SELU", () => new SELU(), Matrix), One("SiLU", () => new SiLU(), Matrix), One("Mish", () => new Mish(), Matrix), One("Hardswish", () => new Hardswish(), Matrix), One("GELU", () => new GELU(), Matrix),
        One("GELU, tanh", () => new GELU(GeluApproximation.Tanh), Matrix), One("GELU, precise", () => new GELU(GeluApproximation.Precise), Matrix), One("GELU, fast", () => new GELU(GeluApproximation.Fast), Matrix),
        One("GLU", () => new GLU(), Matrix), One("Sigmoid", () => new Sigmoid(), Matrix), One("LogSigmoid", () => new LogSigmoid(), Matrix), One("Tanh", () => new Tanh(), Matrix),
        One("HardTanh", () => new HardTanh(-0.5, 1.5), Matrix), One("Softsign", () => new Softsign(), Matrix), One("Softplus", () => new Softplus(), Matrix), One("HardShrink", () => new HardShrink(), Matrix),
        One("Softshrink", () => new Softshrink(), Matrix), One("Softmax", () => new Softmax(), Matrix), One("Softmin", () => new Softmin(), Matrix), One("LogSoftmax", () => new LogSoftmax(0), Matrix),
        One("Step", () => new Step(), Matrix) with { IsRounded = true },
    ];

    private static IEnumerable<LayerSample> Plain() =>
    [
        One("Identity", () => new Identity(3, "anything"), Matrix),
        One("Function", () => new Function(Mx.Sin), Matrix),
        One("Linear", () => new Linear(4, 3), Rows) with { Wrong = [Samples.Numbers((2, 3))] },
        One("Linear, no bias", () => new Linear(4, 3, bias: false), Samples.Numbers(4)),
        new("Bilinear", () => new Bilinear(4, 2, 3), (m, x) => ((Bilinear)m).Call(x[0], x[1]), Samples.Numbers((2, 3, 4)), Samples.Numbers((2, 3, 2), seed: 1)) { Wrong = [Samples.Numbers((2, 3, 4)), Samples.Numbers((3, 2))] },
        One("Embedding", () => new Embedding(5, 4), Numbers) with { Wrong = [Mx.Array([5])] },
        new("Embedding, as linear", () => new Embedding(5, 4), (m, x) => ((Embedding)m).AsLinear(x[0]), Matrix),
        One("Sequential", () => new Sequential { new Linear(4, 5), Nn.Elu, new LayerNorm(5), new Linear(5, 2) }, Matrix),
        One("Dropout", () => new Dropout(0.4), Rows), One("Dropout2d", () => new Dropout2d(0.4), Image) with { Wrong = [Matrix] }, One("Dropout3d", () => new Dropout3d(0.4), Volume) with { Wrong = [Matrix] },
        One("LoRALinear", () => new LoRALinear(new Linear(4, 3), rank: 2, scale: 2, dropout: 0.3), Matrix),
        One("Upsample, nearest", () => new Upsample(2), Image) with { Wrong = [Matrix] }, One("Upsample, nearest, not whole", () => new Upsample(1.5), Image), One("Upsample, linear", () => new Upsample([2, 1.5], UpsampleMode.Linear), Image),
        One("Upsample, cubic", () => new Upsample(1.5, UpsampleMode.Cubic, alignCorners: true), Rows), One("Upsample, antialiased", () => new Upsample(0.5, UpsampleMode.Cubic, antialias: true), Image),
    ];

    private static IEnumerable<LayerSample> Convolutions() =>
    [
        One("Conv1d", () => new Conv1d(4, 6, 3, stride: 2, padding: 1, groups: 2), Rows) with { Wrong = [Matrix] },
        One("Conv2d", () => new Conv2d(4, 3, (3, 2), padding: 1), Image) with { Wrong = [Rows] },
        One("Conv2d, dilated", () => new Conv2d(4, 4, 2, dilation: (1, 2), groups: 4, bias: false), Image),
        One("Conv3d", () => new Conv3d(2, 3, 2), Volume) with { Wrong = [Rows] },
        One("ConvTranspose1d", () => new ConvTranspose1d(4, 3, 3, stride: 2, padding: 1, outputPadding: 1), Rows) with { Wrong = [Matrix] },
        One("ConvTranspose2d", () => new ConvTranspose2d(4, 3, 2, stride: 2), Image) with { Wrong = [Rows] },
        One("ConvTranspose3d", () => new ConvTranspose3d(2, 2, 2, bias: false), Volume) with { Wrong = [Rows] },
    ];

    private static IEnumerable<LayerSample> Pooling() =>
    [
        One("MaxPool1d", () => new MaxPool1d(2), Rows) with { Wrong = [Matrix] }, One("MaxPool2d", () => new MaxPool2d(3, stride: 2, padding: 1), Image) with { Wrong = [Rows] }, One("MaxPool3d", () => new MaxPool3d(2), Volume) with { Wrong = [Rows] },
        One("AvgPool1d", () => new AvgPool1d(2, stride: 1), Rows) with { Wrong = [Matrix] }, One("AvgPool2d", () => new AvgPool2d((2, 3), padding: (0, 1)), Image) with { Wrong = [Rows] }, One("AvgPool3d", () => new AvgPool3d(2), Volume) with { Wrong = [Rows] },
    ];

    private static IEnumerable<LayerSample> Normalizations() =>
    [
        One("LayerNorm", () => new LayerNorm(4), Rows) with { Wrong = [Volume] }, One("LayerNorm, no bias", () => new LayerNorm(4, bias: false), Rows), One("LayerNorm, plain", () => new LayerNorm(4, affine: false), Rows),
        One("RMSNorm", () => new RMSNorm(4), Rows) with { Wrong = [Volume] },
        One("GroupNorm", () => new GroupNorm(2, 4), Rows) with { Wrong = [Volume] }, One("GroupNorm, of neighbours", () => new GroupNorm(2, 4, pytorchCompatible: true), Image),
        One("InstanceNorm", () => new InstanceNorm(4, affine: true), Image) with { Wrong = [Matrix] },
        One("BatchNorm", () => new BatchNorm(4), Image) with { Wrong = [Volume] }, One("BatchNorm, of rows", () => new BatchNorm(4, momentum: 0.3), Matrix), One("BatchNorm, untracked", () => new BatchNorm(4, trackRunningStats: false), Rows),
    ];

    private static IEnumerable<LayerSample> Attention()
    {
        NDArray memory = Samples.Numbers((2, 3, 4), seed: 3), mask = Mx.Arange(0, 5) <= Mx.ExpandDims(Mx.Arange(0, 5), 1);
        return
        [
            One("RoPE", () => new RoPE(2), Samples.Numbers((2, 2, 3, 4))) with { Wrong = [Matrix] },
            new("RoPE, offsets", () => new RoPE(4, traditional: true), (m, x) => ((RoPE)m).Call(x[0], Mx.Array([2, 7])), Samples.Numbers((2, 3, 4))),
            One("SinusoidalPositionalEncoding", () => new SinusoidalPositionalEncoding(6), Samples.Numbers((2, 3), 0, 5)),
            new("ALiBi", () => new ALiBi(), (m, x) => ((ALiBi)m).Call(x[0], 2), Samples.Numbers((1, 3, 2, 4))) { Wrong = [Matrix] },
            new("MultiHeadAttention", () => new MultiHeadAttention(4, 2, bias: true), (m, x) => ((MultiHeadAttention)m).Call(x[0], x[1], x[1], mask[.., ..3]), Rows, memory) { Wrong = [Matrix, memory] },
            new("MultiHeadAttention, causal", () => new MultiHeadAttention(4, 2), (m, x) => ((MultiHeadAttention)m).Call(x[0], x[0], x[0], "causal"), Rows),
            new("MultiHeadAttention, of other lengths", () => new MultiHeadAttention(4, 2, keyInputDims: 3, valueDims: 6, valueOutputDims: 5), (m, x) => ((MultiHeadAttention)m).Call(x[0], x[1], x[1]), Rows, Samples.Numbers((2, 3, 3))),
            new("TransformerEncoderLayer", () => new TransformerEncoderLayer(4, 2, dropout: 0.2, activation: Nn.Silu), (m, x) => ((TransformerEncoderLayer)m).Call(x[0], mask), Rows) { Wrong = [Matrix] },
            new("TransformerEncoderLayer, normalised last", () => new TransformerEncoderLayer(4, 2, 5, activation: Nn.Gelu, normFirst: false), (m, x) => ((TransformerEncoderLayer)m).Call(x[0]), Rows),
            new("TransformerDecoderLayer", () => new TransformerDecoderLayer(4, 2, 5, activation: Nn.Silu, dropout: 0.2), (m, x) => ((TransformerDecoderLayer)m).Call(x[0], x[1], mask), Rows, memory) { Wrong = [Matrix, memory] },
            new("TransformerDecoderLayer, normalised last", () => new TransformerDecoderLayer(4, 2, 5, activation: Nn.Tanh, normFirst: false), (m, x) => ((TransformerDecoderLayer)m).Call(x[0], x[1]), Rows, memory),
            new("TransformerEncoder", () => new TransformerEncoder(2, 4, 2, 3, activation: Nn.Gelu), (m, x) => ((TransformerEncoder)m).Call(x[0], mask), Rows) { Wrong = [Matrix] },
            new("TransformerEncoder, checkpointed", () => new TransformerEncoder(2, 4, 2, 3, dropout: 0.2, activation: Nn.Gelu, checkpoint: true), (m, x) => ((TransformerEncoder)m).Call(x[0], mask), Rows),
            new("TransformerDecoder", () => new TransformerDecoder(1, 4, 2, 3, activation: Nn.Gelu, checkpoint: true), (m, x) => ((TransformerDecoder)m).Call(x[0], x[1], mask), Rows, memory) { Wrong = [Matrix, memory] },
            new("Transformer", () => new Transformer(4, 2, 1, 1, 3, activation: Nn.Gelu), (m, x) => ((Transformer)m).Call(x[1], x[0], tgtMask: mask), Rows, memory),
        ];
    }

    private static IEnumerable<LayerSample> Recurrent() =>
    [
        One("RNN", () => new RNN(4, 3), Rows) with { Wrong = [Volume] }, new("RNN, from a state", () => new RNN(4, 3, bias: false, nonlinearity: Nn.Gelu), (m, x) => ((RNN)m).Call(x[0], x[1]), Rows, Samples.Numbers((2, 3))),
        One("GRU", () => new GRU(4, 3), Rows) with { Wrong = [Volume] }, new("GRU, from a state", () => new GRU(4, 3, bias: false), (m, x) => ((GRU)m).Call(x[0], x[1]), Rows[0], Samples.Numbers(3)),
        new("LSTM", () => new LSTM(4, 3), (m, x) => ((LSTM)m).Call(x[0]), Rows) { Wrong = [Volume] }, new("LSTM, from a state", () => new LSTM(4, 3), (m, x) => ((LSTM)m).Call(x[0], x[1], x[2]), Rows[0], Samples.Numbers(3), Samples.Numbers(3, seed: 1)),
    ];

    private static IEnumerable<LayerSample> Quantized()
    {
        NDArray wide = Mx.AsType(Wide, DType.Float32);
        return
        [
            Packed("QuantizedLinear", () => new QuantizedLinear(64, 3), wide), Packed("QuantizedLinear, mxfp4", () => new QuantizedLinear(64, 3, mode: QuantizationMode.MxFp4), wide),
            Packed("QuantizedEmbedding", () => new QuantizedEmbedding(5, 64, groupSize: 32, bits: 8), Numbers) with { Wrong = [Mx.Array([-1])] },
            Packed("QuantizedLoRALinear", () => LoRALinear.Of(new QuantizedLinear(64, 3), rank: 2, scale: 2), wide) with { Wrong = null },
            Packed("QQLinear", () => new QQLinear(64, 3), wide) with { IsRounded = true }, Packed("QQLinear, mxfp8", () => new QQLinear(64, 3, mode: QuantizationMode.MxFp8), wide) with { IsRounded = true },
        ];
    }

    private static LayerSample Packed(string name, Func<Module> make, NDArray x) => One(name, make, x) with { DType = DType.Float32, Tolerance = 2e-3, Wrong = [Mx.AsType(Matrix, DType.Float32)] };

    private static LayerSample One(string name, Func<Module> make, NDArray x) => new(name, make, (m, inputs) => ((Unary)m).Call(inputs[0]), x);
}
