using System.Diagnostics.CodeAnalysis;

namespace Tangent.Optimizers;

/// <summary>What an optimiser remembers of one parameter, by name: <c>state["m"]</c>.</summary>
public sealed class ParameterState
{
    private readonly OrderedDictionary<string, NDArray> arrays;

    internal ParameterState() => arrays = [];

    internal ParameterState(ParameterState other) => arrays = new(other.arrays);

    /// <summary>An array by name; one is added where there is none of the name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public NDArray this[string name]
    {
        get => arrays.TryGetValue(name, out NDArray? array) ? array : throw new KeyNotFoundException($"Optimizer: its state has no '{name}' of a parameter.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            arrays[name] = value;
        }
    }

    /// <summary>The array of a name, if there is one.</summary>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out NDArray value) => arrays.TryGetValue(name, out value);

    internal void Visit(string path, TreeVisitor visitor)
    {
        for (int i = 0; i < arrays.Count; i++)
        {
            (string name, NDArray? array) = arrays.GetAt(i);
            visitor.Array($"{path}.{name}", ref array);
            if (visitor.Access != TreeAccess.Read)
                arrays.SetAt(i, array ?? throw new InvalidOperationException($"Optimizer: its state '{path}.{name}' was emptied."));
        }
    }
}
