namespace Tangent.Tests.Soak;

/// <summary>A network 256-512-512-10 on a batch of 128, and Adam written in operations.</summary>
internal sealed class Training
{
    private const int Batch = 128;
    private const double Rate = 1e-3, FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;
    private static readonly int[] Widths = [256, 512, 512, 10];

    private readonly NDArray images = Mx.Random.Normal((Batch, Widths[0]), key: Mx.Random.Key(1)).Eval();
    private readonly NDArray labels = Mx.Random.RandInt(0, Widths[^1], (Batch, 1), key: Mx.Random.Key(2)).Eval();
    private NDArray[] first;
    private NDArray[] second;
    private int steps;

    public Training()
    {
        Parameters = [.. Enumerable.Range(0, Widths.Length - 1).SelectMany(Layer)];
        first = [.. Parameters.Select(parameter => Mx.ZerosLike(parameter))];
        second = [.. Parameters.Select(parameter => Mx.ZerosLike(parameter))];
    }

    /// <summary>Weights and biases, layer by layer.</summary>
    public NDArray[] Parameters { get; private set; }

    /// <summary>One step of Adam; returns the loss before it.</summary>
    public NDArray Step()
    {
        (NDArray loss, NDArray[] gradient) = Mx.ValueAndGrad<NDArray[]>(Loss)(Parameters);
        steps++;
        first = [.. first.Zip(gradient, (m, g) => m * FirstDecay + g * (1 - FirstDecay))];
        second = [.. second.Zip(gradient, (v, g) => v * SecondDecay + g * g * (1 - SecondDecay))];
        Parameters = [.. Enumerable.Range(0, gradient.Length).Select(Updated)];
        Mx.Eval([loss, .. Parameters, .. first, .. second]);
        return loss;
    }

    private NDArray Updated(int i)
    {
        NDArray mean = first[i] / (1 - Math.Pow(FirstDecay, steps));
        NDArray square = second[i] / (1 - Math.Pow(SecondDecay, steps));
        return Parameters[i] - mean * Rate / (Mx.Sqrt(square) + Epsilon);
    }

    private NDArray Loss(NDArray[] parameters)
    {
        NDArray h = images;
        for (int i = 0; i < parameters.Length; i += 2)
        {
            h = Mx.MatMul(h, parameters[i]) + parameters[i + 1];
            if (i + 2 < parameters.Length)
                h = Mx.Tanh(h);
        }
        return Mx.Mean(Mx.LogSumExp(h, -1, keepdims: true) - Mx.TakeAlongAxis(h, labels, -1));
    }

    private static NDArray[] Layer(int layer)
    {
        NDArray weights = Mx.Random.Normal((Widths[layer], Widths[layer + 1]), key: Mx.Random.Key((ulong)(10 + layer)));
        return [(weights / Math.Sqrt(Widths[layer])).Eval(), Mx.Zeros(Widths[layer + 1]).Eval()];
    }
}
