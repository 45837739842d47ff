namespace Tangent.Layers;

/// <summary>
/// A gated recurrent unit (Cho et al., 2014): r and z are the logistic function of x·Wx + h·Wh + b, n = tanh(x·Wx + b + r·(h·Wh + bhn)), and
/// h ← (1 − z)·n + z·h. For long sequences <c>Mx.Checkpoint</c> around parts of them saves memory.
/// </summary>
[Mlx("nn.GRU")]
public partial class GRU : Unary
{
    /// <summary>A layer with weights and biases drawn evenly from ±1/√<paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">The length of an input.</param>
    /// <param name="hiddenSize">The length of a state.</param>
    /// <param name="bias">False for a layer without biases.</param>
    public GRU(int inputSize, int hiddenSize, bool bias = true)
    {
        Arguments.Positive("GRU", inputSize);
        HiddenSize = Arguments.Positive("GRU", hiddenSize);
        Wx = RecurrentLayer.Draw(hiddenSize, (3 * hiddenSize, inputSize));
        Wh = RecurrentLayer.Draw(hiddenSize, (3 * hiddenSize, hiddenSize));
        B = bias ? RecurrentLayer.Draw(hiddenSize, 3 * hiddenSize) : null;
        Bhn = bias ? RecurrentLayer.Draw(hiddenSize, hiddenSize) : null;
    }

    /// <summary>The weights of inputs for r, z and n, [3 · state, input].</summary>
    [Key("Wx")]
    public NDArray Wx { get; set; }

    /// <summary>The weights of states for r, z and n, [3 · state, state].</summary>
    [Key("Wh")]
    public NDArray Wh { get; set; }

    /// <summary>[3 · state]; null where there is none.</summary>
    public NDArray? B { get; set; }

    /// <summary>The bias of n within r·(…), [state]; null where there is none.</summary>
    public NDArray? Bhn { get; set; }

    /// <summary>The length of a state.</summary>
    public int HiddenSize { get; }

    /// <summary>All states of [steps, input] or [batch, steps, input], from a state of zeros.</summary>
    public override NDArray Call(NDArray x) => Call(x, null);

    /// <summary>The same from a given state.</summary>
    /// <param name="x">[steps, input] or [batch, steps, input].</param>
    /// <param name="hidden">The state before the first step, [state] or [batch, state]; null for zeros.</param>
    /// <returns>All states, [steps, state] or [batch, steps, state].</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public NDArray Call(NDArray x, NDArray? hidden)
    {
        NDArray inputs = RecurrentLayer.Project("GRU", x, Wx, B), weight = Mx.Transpose(Wh);
        RecurrentLayer.RequireState("GRU", x, hidden, HiddenSize, nameof(hidden));
        var states = new List<NDArray>(x.Shape[^2]);
        for (int i = 0; i < x.Shape[^2]; i++)
        {
            hidden = Next(RecurrentLayer.Step(inputs, i), hidden, weight);
            states.Add(hidden);
        }
        return RecurrentLayer.Stack(states);
    }

    /// <inheritdoc/>
    protected override string Details => $"input_dims={Wx.Shape[1]}, hidden_size={HiddenSize}, bias={(B is null ? "false" : "true")}";

    private NDArray Next(NDArray step, NDArray? hidden, NDArray weight)
    {
        NDArray[] input = Mx.Split(step, 3, -1);
        if (hidden is null)
            return (1 - Mx.Sigmoid(input[1])) * Mx.Tanh(Bhn is null ? input[2] : input[2] + (Mx.Sigmoid(input[0]) * Bhn));
        NDArray[] state = Mx.Split(Mx.MatMul(hidden, weight), 3, -1);
        NDArray r = Mx.Sigmoid(input[0] + state[0]), z = Mx.Sigmoid(input[1] + state[1]);
        NDArray n = Mx.Tanh(input[2] + (r * (Bhn is null ? state[2] : state[2] + Bhn)));
        return ((1 - z) * n) + (z * hidden);
    }
}
