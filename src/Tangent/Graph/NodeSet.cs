using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>Some nodes, by their numbers: see <see cref="NodeMap{T}"/>.</summary>
internal sealed class NodeSet
{
    private const int Bits = 6;

    private readonly Dictionary<long, ulong> words = [];

    // The word that was used last, and what is not yet in the table of it.
    private long recentNumber = -1;
    private ulong recent;

    /// <summary>No nodes.</summary>
    public NodeSet()
    {
    }

    /// <summary>Some nodes.</summary>
    public NodeSet(ReadOnlySpan<Node> nodes)
    {
        foreach (Node node in nodes)
            Add(node);
    }

    /// <summary>Adds a node; false if it was there.</summary>
    public bool Add(Node node)
    {
        Turn(node);
        ulong bit = 1UL << (int)(node.Id & 63);
        bool isNew = (recent & bit) == 0;
        recent |= bit;
        return isNew;
    }

    /// <summary>True if the node is among them.</summary>
    public bool Contains(Node node)
    {
        if (node.Id >> Bits == recentNumber)
            return (recent >> (int)(node.Id & 63) & 1) != 0;
        return words.TryGetValue(node.Id >> Bits, out ulong word) && (word >> (int)(node.Id & 63) & 1) != 0;
    }

    /// <summary>Adds the nodes of another set.</summary>
    public void UnionWith(NodeSet other)
    {
        other.Store();
        Store();
        foreach ((long number, ulong word) in other.words)
            CollectionsMarshal.GetValueRefOrAddDefault(words, number, out _) |= word;
        recentNumber = -1;
    }

    private void Turn(Node node)
    {
        if (node.Id >> Bits == recentNumber)
            return;
        Store();
        recentNumber = node.Id >> Bits;
        words.TryGetValue(recentNumber, out recent);
    }

    private void Store()
    {
        if (recentNumber >= 0)
            words[recentNumber] = recent;
    }
}
