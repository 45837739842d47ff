namespace Tangent;

/// <summary>
/// A function that was read from a file. Its calls make the operations that were exported, on other arrays: they are evaluated, differentiated,
/// mapped and compiled as any others.
/// </summary>
public sealed class ImportedFunction
{
    private static readonly Dictionary<string, NDArray> NoNames = [];

    private readonly ExportedSignature[] signatures;
    private readonly NDArray[] constants;

    internal ImportedFunction(ExportedSignature[] signatures, NDArray[] constants)
    {
        this.signatures = signatures;
        this.constants = constants;
        Signatures = Array.ConvertAll(signatures, signature => signature.Public);
    }

    /// <summary>The arguments that it takes, and what it makes of them.</summary>
    public IReadOnlyList<FunctionSignature> Signatures { get; }

    /// <summary>The results for arguments of the shapes and types of one of the <see cref="Signatures"/>.</summary>
    /// <exception cref="ArgumentException">There is no such signature.</exception>
    /// <exception cref="FileFormatException">When results are evaluated: the file was changed meanwhile.</exception>
    public NDArray[] Call(params NDArray[] x) => Call(x, NoNames);

    /// <summary>The results for arguments of which the last are given by name.</summary>
    /// <exception cref="ArgumentException">There is no such signature.</exception>
    public NDArray[] Call(NDArray[] x, IReadOnlyDictionary<string, NDArray> named)
    {
        Operands.Require(x);
        ArgumentNullException.ThrowIfNull(named);
        NDArray[] arrays = TangentCheck.Strong(x);
        Dictionary<string, NDArray> byName = NamedArrays.Of("ImportedFunction.Call", named).ToDictionary(entry => entry.Name, entry => TangentCheck.Strong([entry.Array])[0]);
        foreach (ExportedSignature signature in signatures)
            if (signature.Order(arrays, byName) is { } inputs)
                return signature.Graph.Run(inputs, constants);
        string given = string.Join(", ", arrays.Select(array => array.Spec.ToString()).Concat(byName.Select(entry => $"{entry.Key}: {entry.Value.Spec}")));
        throw new ArgumentException($"ImportedFunction.Call: the function takes no ({given}); it has {string.Join(" and ", Signatures)}.", nameof(x));
    }

    /// <summary>The graphs as a text: a line for each operation, <c>v4 float32[3] = Sum { Axes: [0] }(v3)</c>.</summary>
    public override string ToString() => GraphText.Of(signatures, constants);
}
