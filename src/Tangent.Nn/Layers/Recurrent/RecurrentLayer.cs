namespace Tangent.Layers;

/// <summary>What recurrent layers share: they go through the axis before the last, step by step.</summary>
internal static class RecurrentLayer
{
    /// <summary>An array [rows, columns] or [rows] drawn evenly from ±1/√<paramref name="hiddenSize"/>.</summary>
    public static NDArray Draw(int hiddenSize, Shape shape)
    {
        double scale = 1 / Math.Sqrt(hiddenSize);
        return Mx.Random.Uniform(-scale, scale, shape);
    }

    /// <summary>x·wᵀ + b for all steps at once.</summary>
    public static NDArray Project(string layer, NDArray x, NDArray weight, NDArray? bias)
    {
        Arguments.RequireAxes(layer, x, 2, int.MaxValue, "[…, steps, inputs]");
        Arguments.RequireLast(layer, x, weight.Shape[1]);
        if (x.Shape[^2] == 0)
            throw new ArgumentException($"{layer}: x has shape {x.Shape}; there is no step.", nameof(x));
        return bias is null ? Mx.MatMul(x, Mx.Transpose(weight)) : Mx.AddMM(bias, x, Mx.Transpose(weight));
    }

    /// <summary>Refuses a state that is not of the shape of a step.</summary>
    public static void RequireState(string layer, NDArray x, NDArray? state, int hiddenSize, string name)
    {
        if (state is null)
            return;
        var shape = Shape.Create([.. x.Shape.SkipLast(2), hiddenSize]);
        if (state.Shape != shape)
            throw new ArgumentException($"{layer}: {name} has shape {state.Shape}; for x of shape {x.Shape} it must be {shape}.", name);
    }

    /// <summary>A state times a weight, plus what a step has from its input.</summary>
    public static NDArray Advance(NDArray step, NDArray state, NDArray weight) =>
        state.NDim == 1 ? step + Mx.MatMul(state, weight) : Mx.AddMM(step, state, weight);

    /// <summary>The part of one step.</summary>
    public static NDArray Step(NDArray x, int step) => x[Mx.Ellipsis, step, ..];

    /// <summary>The states of all steps, one behind the other.</summary>
    public static NDArray Stack(List<NDArray> states) => Mx.Stack([.. states], -2);
}
