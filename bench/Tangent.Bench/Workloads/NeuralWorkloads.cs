using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>Convolutions, pooling and attention, alone and with their derivatives, quantised products, and what networks are made of them.</summary>
internal static class NeuralWorkloads
{
    private static readonly int[] Long = [1, 8, 4096, 64], Wide = [4, 8, 1024, 64];

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["conv2d-3x3"] = () => Forward(x => Mx.Conv2d(x[0], x[1], padding: 1), [32, 32, 32, 64], [64, 3, 3, 64]),
        ["conv2d-3x3-gradient"] = () => Gradient(x => Mx.Conv2d(x[0], x[1], padding: 1), [32, 32, 32, 64], [64, 3, 3, 64]),
        ["conv2d-stride"] = () => Forward(x => Mx.Conv2d(x[0], x[1], 2, 1), [32, 56, 56, 64], [128, 3, 3, 64]),
        ["conv2d-stride-gradient"] = () => Gradient(x => Mx.Conv2d(x[0], x[1], 2, 1), [32, 56, 56, 64], [128, 3, 3, 64]),
        ["conv2d-1x1"] = () => Forward(x => Mx.Conv2d(x[0], x[1]), [32, 14, 14, 256], [256, 1, 1, 256]),
        ["conv2d-1x1-gradient"] = () => Gradient(x => Mx.Conv2d(x[0], x[1]), [32, 14, 14, 256], [256, 1, 1, 256]),
        ["conv2d-7x7"] = () => Forward(x => Mx.Conv2d(x[0], x[1], 2, 3), [8, 224, 224, 3], [64, 7, 7, 3]),
        ["conv2d-7x7-gradient"] = () => Gradient(x => Mx.Conv2d(x[0], x[1], 2, 3), [8, 224, 224, 3], [64, 7, 7, 3]),
        ["depthwise"] = () => Forward(x => Mx.Conv2d(x[0], x[1], 1, 1, groups: 64), [32, 56, 56, 64], [64, 3, 3, 1]),
        ["depthwise-gradient"] = () => Gradient(x => Mx.Conv2d(x[0], x[1], 1, 1, groups: 64), [32, 56, 56, 64], [64, 3, 3, 1]),
        ["conv1d"] = () => Forward(x => Mx.Conv1d(x[0], x[1], 1, 2), [16, 1024, 64], [64, 5, 64]),
        ["attention"] = () => Forward(Attend, Wide, Wide, Wide),
        ["attention-gradient"] = () => Gradient(Attend, Wide, Wide, Wide),
        ["attention-jvp"] = () => Tangents(Attend, Wide),
        ["attention-gradient-jvp"] = () => Tangents(x => Gradients(Attend, x), Wide),
        ["attention-causal"] = () => Forward(AttendBackwards, Wide, Wide, Wide),
        ["attention-causal-gradient"] = () => Gradient(AttendBackwards, Wide, Wide, Wide),
        ["attention-4096"] = () => Forward(Attend, Long, Long, Long),
        ["attention-4096-gradient"] = () => Gradient(Attend, Long, Long, Long),
        ["attention-decode"] = () => Forward(Attend, [1, 32, 1, 128], [1, 32, 4096, 128], [1, 32, 4096, 128]),
        ["max-pool-2x2"] = () => Forward(x => Mx.MaxPool(x[0], 2), [32, 56, 56, 64]),
        ["max-pool-2x2-gradient"] = () => Gradient(x => Mx.MaxPool(x[0], 2), [32, 56, 56, 64]),
        ["max-pool-3x3"] = () => Forward(x => Mx.MaxPool(x[0], 3, 2, 1), [32, 56, 56, 64]),
        ["max-pool-3x3-gradient"] = () => Gradient(x => Mx.MaxPool(x[0], 3, 2, 1), [32, 56, 56, 64]),
        ["average-pool-2x2"] = () => Forward(x => Mx.AveragePool(x[0], 2), [32, 56, 56, 64]),
        ["average-pool-2x2-gradient"] = () => Gradient(x => Mx.AveragePool(x[0], 2), [32, 56, 56, 64]),
        ["transformer"] = Transformer(block => p => [block.Forward(p)]),
        ["transformer-gradient"] = Transformer(block => p => ValueAndGradient(block.Loss, p)),
        ["transformer-jvp"] = TransformerTangent,
        ["resnet-gradient"] = ResNet,
        ["quantized-4"] = () => Decode(4),
        ["quantized-8"] = () => Decode(8),
        ["quantized-128"] = ManyRows,
    };

    // Together more than any cache holds.
    private const long BytesInTurn = 768L << 20;

    private static Func<Workload> Transformer(Func<TransformerBlock, Func<NDArray[], NDArray[]>> work) => () =>
    {
        Func<NDArray[], NDArray[]> compute = work(new TransformerBlock());
        NDArray[] parameters = TransformerBlock.Parameters(20);
        return Arrays(() => compute(parameters));
    };

    private static Workload TransformerTangent()
    {
        var block = new TransformerBlock();
        NDArray[] parameters = TransformerBlock.Parameters(20), direction = TransformerBlock.Parameters(40);
        return Arrays(() =>
        {
            (NDArray value, NDArray tangent) = Mx.Jvp<NDArray[], NDArray>(block.Forward, parameters, direction);
            return [value, tangent];
        });
    }

    private static Workload ResNet()
    {
        var stage = new ResNetStage();
        NDArray[] parameters = ResNetStage.Parameters(20);
        return Arrays(() => ValueAndGradient(stage.Loss, parameters));
    }

    private static NDArray[] ValueAndGradient(Func<NDArray[], NDArray> loss, NDArray[] parameters)
    {
        (NDArray value, NDArray[] gradient) = Mx.ValueAndGrad(loss)(parameters);
        return [value, .. gradient];
    }

    private static NDArray Attend(NDArray[] x) => Mx.Fast.ScaledDotProductAttention(x[0], x[1], x[2], Scale(x[0]));

    private static NDArray AttendBackwards(NDArray[] x) => Mx.Fast.ScaledDotProductAttention(x[0], x[1], x[2], Scale(x[0]), "causal");

    private static Workload Decode(int bits)
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Uniform(1, 4096, 4096), bits: bits);
        (NDArray, NDArray, NDArray)[] matrices = [.. Enumerable.Range(0, (int)(BytesInTurn / (2L << 20) / bits)).Select(Another)];
        NDArray x = Uniform(2, 1, 4096);
        int turn = 0;
        return Array(() =>
        {
            (NDArray codes, NDArray factors, NDArray terms) = matrices[turn++ % matrices.Length];
            return Mx.QuantizedMatMul(x, codes, factors, terms, bits: bits);
        });

        (NDArray, NDArray, NDArray) Another(int i) => (Mx.BitwiseXor(w, i).Eval(), (scales * 1f).Eval(), (biases! * 1f).Eval());
    }

    private static Workload ManyRows()
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Uniform(1, 4096, 4096));
        NDArray x = Uniform(2, 128, 4096);
        Mx.Eval(w, scales, biases!);
        return Array(() => Mx.QuantizedMatMul(x, w, scales, biases));
    }

    private static double Scale(NDArray q) => 1 / Math.Sqrt(q.Shape[^1]);

    private static NDArray[] Operands(int[][] shapes) => [.. shapes.Select((shape, i) => Uniform(i + 1, shape))];

    private static Workload Forward(Func<NDArray[], NDArray> function, params int[][] shapes)
    {
        NDArray[] x = Operands(shapes);
        return Array(() => function(x));
    }

    private static Workload Gradient(Func<NDArray[], NDArray> function, params int[][] shapes)
    {
        NDArray[] x = Operands(shapes);
        return Arrays(() => Gradients(function, x));
    }

    private static NDArray[] Gradients(Func<NDArray[], NDArray> function, NDArray[] x)
    {
        (NDArray[] y, NDArray[] ctx) = Mx.Vjp(v => [Mx.Sum(Mx.Square(function(v)))], x, [Mx.Array(1f)]);
        return [.. y, .. ctx];
    }

    private static Workload Tangents(Func<NDArray[], NDArray> function, int[] shape) => Tangents(x => [function(x)], shape);

    private static Workload Tangents(Func<NDArray[], NDArray[]> function, int[] shape)
    {
        NDArray[] x = Operands([shape, shape, shape]), dx = Operands([shape, shape, shape]);
        return Arrays(() =>
        {
            (NDArray[] y, NDArray[] dy) = Mx.Jvp(function, x, dx);
            return [.. y, .. dy];
        });
    }
}
