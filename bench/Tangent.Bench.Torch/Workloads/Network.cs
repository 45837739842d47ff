using Tangent.Bench.Harness;
using static Tangent.Bench.Torch.TorchLibrary;
using static TorchSharp.torch;

namespace Tangent.Bench.Torch;

/// <summary>A network 784-512-512-10 with gelu on a batch of 256, its cross-entropy, and Adam, written in operations.</summary>
internal sealed class Network
{
    private const int Batch = 256;
    private const double Rate = 1e-3, FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;
    private static readonly int[] Widths = [784, 512, 512, 10];

    private readonly Tensor images = Uniform(1, Batch, Widths[0]);
    private readonly Tensor labels = tensor(Inputs.Labels(Batch, Widths[^1], seed: 2)).to(ScalarType.Int64);
    private readonly Tensor[] first;
    private readonly Tensor[] second;
    private int steps;

    public Network()
    {
        first = [.. Parameters.Select(parameter => zeros_like(parameter))];
        second = [.. Parameters.Select(parameter => zeros_like(parameter))];
    }

    /// <summary>Weights and biases, layer by layer: uniform within 1/√inputs.</summary>
    public Tensor[] Parameters { get; } = [.. Enumerable.Range(0, Widths.Length - 1).SelectMany(Layer)];

    /// <summary>The mean cross-entropy of the batch.</summary>
    public Tensor Loss()
    {
        Tensor h = images;
        for (int i = 0; i < Parameters.Length; i += 2)
        {
            h = addmm(Parameters[i + 1], h, Parameters[i], 1, 1);
            if (i + 2 < Parameters.Length)
                h = nn.functional.gelu(h);
        }
        return nn.functional.cross_entropy(h, labels);
    }

    /// <summary>The loss and its gradient; parameters must ask for it.</summary>
    public (Tensor Loss, IList<Tensor> Gradient) Gradient()
    {
        Tensor loss = Loss();
        return (loss, autograd.grad([loss], Parameters));
    }

    /// <summary>One step of Adam, in place.</summary>
    public void Step()
    {
        IList<Tensor> gradient = Gradient().Gradient;
        steps++;
        using IDisposable still = no_grad();
        for (int i = 0; i < Parameters.Length; i++)
        {
            first[i].mul_(FirstDecay).add_(gradient[i], alpha: 1 - FirstDecay);
            second[i].mul_(SecondDecay).addcmul_(gradient[i], gradient[i], value: 1 - SecondDecay);
            Tensor deviation = second[i].div(1 - Math.Pow(SecondDecay, steps)).sqrt_().add_(Epsilon);
            Parameters[i].addcdiv_(first[i], deviation, value: -Rate / (1 - Math.Pow(FirstDecay, steps)));
        }
    }

    private static IEnumerable<Tensor> Layer(int layer)
    {
        int inputs = Widths[layer], outputs = Widths[layer + 1], seed = 10 + 2 * layer;
        float bound = 1 / MathF.Sqrt(inputs);
        yield return tensor(Inputs.Uniform(inputs * outputs, seed, bound)).reshape(inputs, outputs);
        yield return tensor(Inputs.Uniform(outputs, seed + 1, bound));
    }
}
