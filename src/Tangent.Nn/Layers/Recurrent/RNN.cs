namespace Tangent.Layers;

/// <summary>An Elman network: h ← tanh(x·Wxhᵀ + h·Whhᵀ + b). For long sequences <c>Mx.Checkpoint</c> around parts of them saves memory.</summary>
[Mlx("nn.RNN")]
public partial class RNN : Unary
{
    /// <summary>A layer with weights and bias drawn evenly from ±1/√<paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">The length of an input.</param>
    /// <param name="hiddenSize">The length of a state.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    /// <param name="nonlinearity">What stands in place of the hyperbolic tangent.</param>
    public RNN(int inputSize, int hiddenSize, bool bias = true, Func<NDArray, NDArray>? nonlinearity = null)
    {
        Arguments.Positive("RNN", inputSize);
        HiddenSize = Arguments.Positive("RNN", hiddenSize);
        Nonlinearity = nonlinearity ?? Nn.Tanh;
        Wxh = RecurrentLayer.Draw(hiddenSize, (hiddenSize, inputSize));
        Whh = RecurrentLayer.Draw(hiddenSize, (hiddenSize, hiddenSize));
        Bias = bias ? RecurrentLayer.Draw(hiddenSize, hiddenSize) : null;
    }

    /// <summary>The weight of inputs, [state, input].</summary>
    [Key("Wxh")]
    public NDArray Wxh { get; set; }

    /// <summary>The weight of states, [state, state].</summary>
    [Key("Whh")]
    public NDArray Whh { get; set; }

    /// <summary>[state]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The length of a state.</summary>
    public int HiddenSize { get; }

    /// <summary>What makes a state of a sum.</summary>
    public Func<NDArray, NDArray> Nonlinearity { get; }

    /// <summary>All states of [steps, input] or [batch, steps, input], from a state of zeros.</summary>
    public override NDArray Call(NDArray x) => Call(x, null);

    /// <summary>The same from a given state.</summary>
    /// <param name="x">[steps, input] or [batch, steps, input].</param>
    /// <param name="hidden">The state before the first step, [state] or [batch, state]; null for zeros.</param>
    /// <returns>All states, [steps, state] or [batch, steps, state].</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public NDArray Call(NDArray x, NDArray? hidden)
    {
        NDArray inputs = RecurrentLayer.Project("RNN", x, Wxh, Bias), weight = Mx.Transpose(Whh);
        RecurrentLayer.RequireState("RNN", x, hidden, HiddenSize, nameof(hidden));
        var states = new List<NDArray>(x.Shape[^2]);
        for (int i = 0; i < x.Shape[^2]; i++)
        {
            NDArray step = RecurrentLayer.Step(inputs, i);
            hidden = Nonlinearity(hidden is null ? step : RecurrentLayer.Advance(step, hidden, weight));
            states.Add(hidden);
        }
        return RecurrentLayer.Stack(states);
    }

    /// <inheritdoc/>
    protected override string Details => $"input_dims={Wxh.Shape[1]}, hidden_size={HiddenSize}, bias={(Bias is null ? "false" : "true")}";
}
