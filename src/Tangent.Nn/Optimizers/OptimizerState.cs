using Tangent.Layers;

namespace Tangent.Optimizers;

/// <summary>The state of an optimiser as arrays by path.</summary>
internal static class OptimizerState
{
    /// <summary>What an optimiser remembers.</summary>
    public static ParameterTree Of(Optimizer optimizer)
    {
        var collector = new Collector();
        optimizer.VisitState(collector);
        return new ParameterTree([.. collector.Paths], [.. collector.Arrays]);
    }

    /// <summary>What is in a tree of arrays: the last part of a path is the name of what is remembered, the rest that of the parameter.</summary>
    public static (NDArray Step, NDArray? Rate, OrderedDictionary<string, ParameterState> States) Read(ParameterTree state, NDArray step, NDArray? rate)
    {
        var states = new OrderedDictionary<string, ParameterState>();
        foreach ((string path, NDArray array) in state)
        {
            if (path == "step")
                step = Mx.AsType(Scalar(path, array), DType.UInt64);
            else if (path == "learning_rate")
                rate = Rate.Single(Scalar(path, array));
            else if (path.LastIndexOf('.') is > 0 and var dot)
            {
                if (!states.TryGetValue(path[..dot], out ParameterState? of))
                    states.Add(path[..dot], of = new ParameterState());
                of[path[(dot + 1)..]] = array;
            }
            else
                throw new ArgumentException($"Optimizer.State: '{path}' is neither 'step', 'learning_rate', nor the path of a parameter with a name behind it.", nameof(state));
        }
        return (step, rate, states);
    }

    /// <summary>The parameters that have gradients, in the order of these.</summary>
    public static ParameterTree Match(ParameterTree gradients, ParameterTree parameters)
    {
        var matched = new NDArray[gradients.Count];
        for (int i = 0; i < matched.Length; i++)
        {
            string path = gradients.Paths[i];
            if (!parameters.TryGetValue(path, out NDArray? parameter))
                throw new ArgumentException($"ApplyGradients: the gradient '{path}' belongs to no parameter.", nameof(gradients));
            if (parameter.Shape != gradients.Arrays[i].Shape)
                throw new ArgumentException($"ApplyGradients: the gradient '{path}' has shape {gradients.Arrays[i].Shape}, its parameter has {parameter.Shape}.", nameof(gradients));
            if (gradients.Arrays[i].DType.IsComplex && !parameter.DType.IsComplex)
                throw new ArgumentException($"ApplyGradients: the gradient '{path}' is {gradients.Arrays[i].DType.Name()}, its parameter {parameter.DType.Name()}.", nameof(gradients));
            matched[i] = parameter;
        }
        return new ParameterTree(gradients.Paths, matched);
    }

    private static NDArray Scalar(string path, NDArray array) => array.NDim == 0
        ? array
        : throw new ArgumentException($"Optimizer.State: '{path}' has shape {array.Shape}; it must be a scalar.", nameof(array));

    private sealed class Collector : PathVisitor
    {
        public List<string> Paths { get; } = [];

        public List<NDArray> Arrays { get; } = [];

        public override void Array(string name, ref NDArray? array, ArrayRole role = ArrayRole.Parameter)
        {
            Paths.Add(Path(name));
            Arrays.Add(array!);
        }
    }
}
