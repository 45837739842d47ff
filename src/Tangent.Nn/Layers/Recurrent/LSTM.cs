namespace Tangent.Layers;

/// <summary>
/// Long short-term memory (Hochreiter, Schmidhuber, 1997): with i, f, g and o of x·Wx + h·Wh + b, the cell is c ← σ(f)·c + σ(i)·tanh(g) and
/// the state h ← σ(o)·tanh(c). For long sequences <c>Mx.Checkpoint</c> around parts of them saves memory.
/// </summary>
[Mlx("nn.LSTM")]
public partial class LSTM : Module
{
    /// <summary>A layer with weights and bias drawn evenly from ±1/√<paramref name="hiddenSize"/>.</summary>
    /// <param name="inputSize">The length of an input.</param>
    /// <param name="hiddenSize">The length of a state and of a cell.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    public LSTM(int inputSize, int hiddenSize, bool bias = true)
    {
        Arguments.Positive("LSTM", inputSize);
        HiddenSize = Arguments.Positive("LSTM", hiddenSize);
        Wx = RecurrentLayer.Draw(hiddenSize, (4 * hiddenSize, inputSize));
        Wh = RecurrentLayer.Draw(hiddenSize, (4 * hiddenSize, hiddenSize));
        Bias = bias ? RecurrentLayer.Draw(hiddenSize, 4 * hiddenSize) : null;
    }

    /// <summary>The weights of inputs for i, f, g and o, [4 · state, input].</summary>
    [Key("Wx")]
    public NDArray Wx { get; set; }

    /// <summary>The weights of states for i, f, g and o, [4 · state, state].</summary>
    [Key("Wh")]
    public NDArray Wh { get; set; }

    /// <summary>[4 · state]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>The length of a state and of a cell.</summary>
    public int HiddenSize { get; }

    /// <summary>All states and cells.</summary>
    /// <param name="x">[steps, input] or [batch, steps, input].</param>
    /// <param name="hidden">The state before the first step, [state] or [batch, state]; null for zeros.</param>
    /// <param name="cell">The cell before the first step; null for zeros.</param>
    /// <returns>States and cells, both [steps, state] or [batch, steps, state].</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public (NDArray Hidden, NDArray Cell) Call(NDArray x, NDArray? hidden = null, NDArray? cell = null)
    {
        NDArray inputs = RecurrentLayer.Project("LSTM", x, Wx, Bias), weight = Mx.Transpose(Wh);
        RecurrentLayer.RequireState("LSTM", x, hidden, HiddenSize, nameof(hidden));
        RecurrentLayer.RequireState("LSTM", x, cell, HiddenSize, nameof(cell));
        int steps = x.Shape[^2];
        List<NDArray> states = new(steps), cells = new(steps);
        for (int i = 0; i < steps; i++)
        {
            NDArray step = RecurrentLayer.Step(inputs, i);
            NDArray[] gates = Mx.Split(hidden is null ? step : RecurrentLayer.Advance(step, hidden, weight), 4, -1);
            NDArray added = Mx.Sigmoid(gates[0]) * Mx.Tanh(gates[2]);
            cell = cell is null ? added : (Mx.Sigmoid(gates[1]) * cell) + added;
            hidden = Mx.Sigmoid(gates[3]) * Mx.Tanh(cell);
            cells.Add(cell);
            states.Add(hidden);
        }
        return (RecurrentLayer.Stack(states), RecurrentLayer.Stack(cells));
    }

    /// <inheritdoc/>
    protected override string Details => $"input_dims={Wx.Shape[1]}, hidden_size={HiddenSize}, bias={(Bias is null ? "false" : "true")}";
}
