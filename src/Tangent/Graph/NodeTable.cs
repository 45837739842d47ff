using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>
/// What a walk along a graph holds for each node: tangents, batches, copies. For a node with several results it holds one
/// for each, which the <see cref="Output"/> nodes take.
/// </summary>
/// <remarks>
/// It is to be cleared after the walk. It grows old with a collection during the walk: a dead one would make what it refers to
/// seem alive to the young collection by which an evaluation finds its temporaries.
/// </remarks>
internal sealed class NodeTable<T>
{
    private readonly NodeMap<T> values = new();
    private readonly NodeMap<T[]> several = new();

    /// <summary>What the table holds for a node.</summary>
    public T this[Node node]
    {
        get => values[node];
        set => values[node] = value;
    }

    /// <summary>Finds the entry of a node.</summary>
    public bool TryGet(Node node, [MaybeNullWhen(false)] out T value) => values.TryGet(node, out value);

    /// <summary>True if the node needs no work: it has an entry, or takes that of the node whose output it is, if there is one.</summary>
    /// <param name="node">The node.</param>
    /// <param name="inputs">Its inputs when the graph was made.</param>
    public bool IsDone(Node node, Node[] inputs)
    {
        if (values.Contains(node))
            return true;
        if (node.Primitive is not Output output)
            return false;
        if (several.TryGet(inputs[0], out T[]? results))
            values[node] = results[output.Index];
        return true;
    }

    /// <summary>Holds what a walk found for the results of a node.</summary>
    public void Set(Node node, T[] results)
    {
        if (node.Parts is null)
            values[node] = results[0];
        else
            several[node] = results;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        values.Clear();
        several.Clear();
    }
}
