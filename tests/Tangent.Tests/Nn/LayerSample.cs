using Tangent.Tests.Golden.Running;
using Tangent.Tests.Laws;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>A layer at a point, as a function of what it takes and of its arrays.</summary>
/// <param name="Name">What this sample shows.</param>
/// <param name="Make">Makes the layer.</param>
/// <param name="Call">Calls it.</param>
/// <param name="Inputs">What it takes: float64 where derivatives are meant.</param>
internal sealed record LayerSample(string Name, Func<Module> Make, Func<Module, NDArray[], object> Call, params NDArray[] Inputs)
{
    /// <summary>Largest relative error of a derivative against central differences.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>The type of its parameters.</summary>
    public DType DType { get; init; } = DType.Float64;

    /// <summary>True where derivatives are not slopes: they go straight through a rounding, or there are none.</summary>
    public bool IsRounded { get; init; }

    /// <summary>What it must refuse; null where it takes whatever is there.</summary>
    public NDArray[]? Wrong { get; init; }

    /// <summary>The layer in a mode, with parameters in general position.</summary>
    public Module Layer(bool training)
    {
        using (Mx.Random.Scope(Mx.Random.Key(17)))
        {
            Module layer = Make().Train(training).SetDType(DType, from => from.IsFloating && DType == DType.Float64);
            int seed = 50;
            return layer.Update(layer.Parameters().Map((path, array) => !array.DType.IsFloating || path.EndsWith("scales", StringComparison.Ordinal) || path.EndsWith("biases", StringComparison.Ordinal)
                ? array
                : Mx.AsType(path.EndsWith("running_var", StringComparison.Ordinal) ? Samples.Numbers(array.Shape, 0.5, 1.5, seed++) : Samples.Numbers(array.Shape, -0.8, 0.8, seed++), array.DType)));
        }
    }

    /// <summary>The results for inputs, with the draws of one key.</summary>
    public NDArray[] Results(Module layer, NDArray[] inputs)
    {
        using (Mx.Random.Scope(Mx.Random.Key(23)))
            return ResultReader.Arrays(Call(layer, inputs));
    }

    /// <summary>The layer as a function of its inputs and, after them, its arrays; each call is of a copy.</summary>
    public (Func<NDArray[], NDArray[]> Function, NDArray[] Point) AsFunction(Module layer)
    {
        ParameterTree parameters = layer.Parameters();
        string[] paths = [.. parameters.Keys];
        int count = Inputs.Length;
        return (x => Results(layer.With(new ParameterTree(paths.Zip(x[count..], KeyValuePair.Create))), x[..count]), [.. Inputs, .. parameters.Values]);
    }
}
