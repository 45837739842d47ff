using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>Convolutions, pooling and attention, alone and with their gradients, and what networks are made of them. Images lie with their channels last, as they do in Tangent.</summary>
internal static class NeuralWorkloads
{
    private static readonly long[] Long = [1, 8, 4096, 64], Wide = [4, 8, 1024, 64];

    public static IReadOnlyDictionary<string, Func<Workload>> All { get; } = new Dictionary<string, Func<Workload>>
    {
        ["conv2d-3x3"] = () => Forward(x => Conv2d(x, 1, 1), [32, 32, 32, 64], [64, 3, 3, 64]),
        ["conv2d-3x3-gradient"] = () => Gradient(x => Conv2d(x, 1, 1), [32, 32, 32, 64], [64, 3, 3, 64]),
        ["conv2d-stride"] = () => Forward(x => Conv2d(x, 2, 1), [32, 56, 56, 64], [128, 3, 3, 64]),
        ["conv2d-stride-gradient"] = () => Gradient(x => Conv2d(x, 2, 1), [32, 56, 56, 64], [128, 3, 3, 64]),
        ["conv2d-1x1"] = () => Forward(x => Conv2d(x, 1, 0), [32, 14, 14, 256], [256, 1, 1, 256]),
        ["conv2d-1x1-gradient"] = () => Gradient(x => Conv2d(x, 1, 0), [32, 14, 14, 256], [256, 1, 1, 256]),
        ["conv2d-7x7"] = () => Forward(x => Conv2d(x, 2, 3), [8, 224, 224, 3], [64, 7, 7, 3]),
        ["conv2d-7x7-gradient"] = () => Gradient(x => Conv2d(x, 2, 3), [8, 224, 224, 3], [64, 7, 7, 3]),
        ["depthwise"] = () => Forward(x => Conv2d(x, 1, 1, 64), [32, 56, 56, 64], [64, 3, 3, 1]),
        ["depthwise-gradient"] = () => Gradient(x => Conv2d(x, 1, 1, 64), [32, 56, 56, 64], [64, 3, 3, 1]),
        ["conv1d"] = () => Forward(x => nn.functional.conv1d(x[0].permute(0, 2, 1), x[1].permute(0, 2, 1), padding: 2), [16, 1024, 64], [64, 5, 64]),
        ["attention"] = () => Forward(x => Attend(x, false), Wide, Wide, Wide),
        ["attention-gradient"] = () => Gradient(x => Attend(x, false), Wide, Wide, Wide),
        ["attention-causal"] = () => Forward(x => Attend(x, true), Wide, Wide, Wide),
        ["attention-causal-gradient"] = () => Gradient(x => Attend(x, true), Wide, Wide, Wide),
        ["attention-4096"] = () => Forward(x => Attend(x, false), Long, Long, Long),
        ["attention-4096-gradient"] = () => Gradient(x => Attend(x, false), Long, Long, Long),
        ["attention-decode"] = () => Forward(x => Attend(x, false), [1, 32, 1, 128], [1, 32, 4096, 128], [1, 32, 4096, 128]),
        ["max-pool-2x2"] = () => Forward(x => MaxPool(x, 2, 2, 0), [32, 56, 56, 64]),
        ["max-pool-2x2-gradient"] = () => Gradient(x => MaxPool(x, 2, 2, 0), [32, 56, 56, 64]),
        ["max-pool-3x3"] = () => Forward(x => MaxPool(x, 3, 2, 1), [32, 56, 56, 64]),
        ["max-pool-3x3-gradient"] = () => Gradient(x => MaxPool(x, 3, 2, 1), [32, 56, 56, 64]),
        ["average-pool-2x2"] = () => Forward(AveragePool, [32, 56, 56, 64]),
        ["average-pool-2x2-gradient"] = () => Gradient(AveragePool, [32, 56, 56, 64]),
        ["transformer"] = Transformer,
        ["transformer-gradient"] = TransformerGradient,
        ["resnet-gradient"] = ResNet,
    };

    private static Workload Transformer()
    {
        var block = new TransformerBlock();
        Tensor[] parameters = TransformerBlock.Parameters(20);
        return Array(() => block.Forward(parameters));
    }

    private static Workload TransformerGradient()
    {
        var block = new TransformerBlock();
        return ValueAndGradient(block.Loss, TransformerBlock.Parameters(20));
    }

    private static Workload ResNet()
    {
        var stage = new ResNetStage();
        return ValueAndGradient(stage.Loss, ResNetStage.Parameters(20));
    }

    private static Workload ValueAndGradient(Func<Tensor[], Tensor> loss, Tensor[] parameters)
    {
        foreach (Tensor parameter in parameters)
            parameter.requires_grad = true;
        return Gradients(() =>
        {
            Tensor value = loss(parameters);
            return [value, .. autograd.grad([value], parameters)];
        });
    }

    private static Tensor MaxPool(Tensor[] x, long window, long stride, long padding) =>
        nn.functional.max_pool2d(x[0].permute(0, 3, 1, 2), [window, window], [stride, stride], [padding, padding]);

    private static Tensor AveragePool(Tensor[] x) => nn.functional.avg_pool2d(x[0].permute(0, 3, 1, 2), [2, 2]);

    private static Tensor Conv2d(Tensor[] x, long stride, long padding, long groups = 1) => nn.functional.conv2d(
        x[0].permute(0, 3, 1, 2), x[1].permute(0, 3, 1, 2), strides: [stride, stride], padding: [padding, padding], groups: groups);

    private static Tensor Attend(Tensor[] x, bool isCausal) => nn.functional.scaled_dot_product_attention(x[0], x[1], x[2], null, 0, isCausal);

    private static Tensor[] Operands(long[][] shapes) => [.. shapes.Select((shape, i) => Uniform(i + 1, shape))];

    private static Workload Forward(Func<Tensor[], Tensor> function, params long[][] shapes)
    {
        Tensor[] x = Operands(shapes);
        return Array(() => function(x));
    }

    private static Workload Gradient(Func<Tensor[], Tensor> function, params long[][] shapes)
    {
        Tensor[] x = Operands(shapes);
        foreach (Tensor input in x)
            input.requires_grad = true;
        return Gradients(() =>
        {
            Tensor y = function(x).square().sum();
            return [y, .. autograd.grad([y], x)];
        });
    }
}
