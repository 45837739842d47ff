namespace Tangent;

/// <summary>An exported function for arguments of given shapes and types.</summary>
/// <param name="Names">The names of the last inputs, which are given by name.</param>
/// <param name="Graph">What it computes.</param>
/// <param name="Results">Shapes and types of the results.</param>
internal sealed record ExportedSignature(string[] Names, ExportedGraph Graph, ArraySpec[] Results)
{
    /// <summary>Number of inputs that are given by their places.</summary>
    public int Positional => Graph.Inputs.Length - Names.Length;

    /// <summary>What is public of it.</summary>
    public FunctionSignature Public => new(
        [.. Graph.Inputs.Select((spec, i) => new FunctionArray(i < Positional ? null : Names[i - Positional], spec.Shape, spec.DType))],
        [.. Results.Select(spec => new FunctionArray(null, spec.Shape, spec.DType))]);

    /// <summary>The inputs in the order of the graph if these arguments fit; null if they do not.</summary>
    public NDArray[]? Order(NDArray[] x, IReadOnlyDictionary<string, NDArray> named)
    {
        if (x.Length != Positional || named.Count != Names.Length || !Names.All(named.ContainsKey))
            return null;
        NDArray[] inputs = [.. x, .. Names.Select(name => named[name])];
        return inputs.Select(array => array.Spec).SequenceEqual(Graph.Inputs) ? inputs : null;
    }
}
