using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>The cotangents that have come back so far to the results of each node. Those of <see cref="Output"/> nodes go to the node that they pick from.</summary>
internal sealed class CotangentSums
{
    private readonly Dictionary<Node, Cotangent?[]> sums = [];

    /// <summary>Adds to what is stored for a node.</summary>
    public void Add(Node node, Cotangent ct)
    {
        ref Cotangent? sum = ref Place(node);
        sum = sum?.Plus(ct) ?? ct;
    }

    /// <summary>Stores a sum for a node instead of what was there.</summary>
    public void Replace(Node node, NDArray sum) => Place(node) = new(sum);

    /// <summary>Takes what a rule needs to see of the cotangents of a node's results; false if there are none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="ct">One for each result, null for none.</param>
    /// <param name="support">Where the cotangent of an only result counts.</param>
    public bool Take(Node node, [MaybeNullWhen(false)] out NDArray?[] ct, out Support? support)
    {
        ct = null;
        support = null;
        if (!sums.Remove(node, out Cotangent?[]? results))
            return false;
        ct = Array.ConvertAll(results, result => result?.For(node.Primitive));
        support = node.Parts is null ? results[0]!.Support : null;
        return true;
    }

    /// <summary>The cotangent of a node as users see it; null for none.</summary>
    public NDArray? Result(Node node) => sums.ContainsKey(Owner(node)) ? Place(node)?.Cut() : null;

    private static Node Owner(Node node) => node.Primitive is Output ? node.Inputs[0] : node;

    private ref Cotangent? Place(Node node)
    {
        Node owner = Owner(node);
        if (!sums.TryGetValue(owner, out Cotangent?[]? results))
            sums[owner] = results = new Cotangent?[owner.Parts?.Length ?? 1];
        return ref results[node.Primitive is Output output ? output.Index : 0];
    }
}
