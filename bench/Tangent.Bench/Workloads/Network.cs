using Tangent.Bench.Harness;
using static Tangent.Bench.TangentLibrary;

namespace Tangent.Bench;

/// <summary>A network 784-512-512-10 with gelu on a batch of 256, its cross-entropy, and Adam, written in operations.</summary>
internal sealed class Network
{
    private const int Batch = 256;
    private const double Rate = 1e-3, FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;
    private static readonly int[] Widths = [784, 512, 512, 10];

    private readonly NDArray images = Uniform(1, Batch, Widths[0]);
    private readonly NDArray labels = Mx.Reshape(Inputs.Labels(Batch, Widths[^1], seed: 2), (Batch, 1)).Eval();

    /// <summary>Weights and biases, layer by layer: uniform within 1/√inputs.</summary>
    public static NDArray[] Parameters(int seed) => [.. Enumerable.Range(0, Widths.Length - 1).SelectMany(layer => Layer(seed, layer))];

    /// <summary>The mean cross-entropy of the batch.</summary>
    public NDArray Loss(NDArray[] parameters)
    {
        NDArray h = images;
        for (int i = 0; i < parameters.Length; i += 2)
        {
            h = Mx.MatMul(h, parameters[i]) + parameters[i + 1];
            if (i + 2 < parameters.Length)
                h = Gelu(h);
        }
        return Mx.Mean(Mx.LogSumExp(h, -1, keepdims: true) - Mx.TakeAlongAxis(h, labels, -1));
    }

    /// <summary>One step of Adam: the loss before it, and the state after it.</summary>
    public (NDArray Loss, AdamState State) Step(AdamState state)
    {
        (NDArray loss, NDArray[] gradient) = Mx.ValueAndGrad<NDArray[]>(Loss)(state.Parameters);
        int step = state.Steps + 1;
        var first = new NDArray[gradient.Length];
        var second = new NDArray[gradient.Length];
        var parameters = new NDArray[gradient.Length];
        for (int i = 0; i < gradient.Length; i++)
        {
            first[i] = state.First[i] * FirstDecay + gradient[i] * (1 - FirstDecay);
            second[i] = state.Second[i] * SecondDecay + gradient[i] * gradient[i] * (1 - SecondDecay);
            NDArray mean = first[i] / (1 - Math.Pow(FirstDecay, step));
            NDArray square = second[i] / (1 - Math.Pow(SecondDecay, step));
            parameters[i] = state.Parameters[i] - mean * Rate / (Mx.Sqrt(square) + Epsilon);
        }
        var next = new AdamState(parameters, first, second, step);
        Mx.Eval([loss, .. parameters, .. first, .. second]);
        return (loss, next);
    }

    private static NDArray[] Layer(int seed, int layer)
    {
        int inputs = Widths[layer], outputs = Widths[layer + 1];
        float bound = 1 / MathF.Sqrt(inputs);
        NDArray weights = Inputs.Uniform(inputs * outputs, seed + 2 * layer, bound);
        return [Mx.Reshape(weights, (inputs, outputs)).Eval(), Inputs.Uniform(outputs, seed + 2 * layer + 1, bound)];
    }

    private static NDArray Gelu(NDArray x) => x * (1 + Mx.Erf(x * Math.Sqrt(0.5))) * 0.5;
}
