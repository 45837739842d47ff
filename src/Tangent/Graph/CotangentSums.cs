using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>The cotangents that have come back so far to the results of each node. Those of <see cref="Output"/> nodes go to the node that they pick from.</summary>
internal sealed class CotangentSums
{
    private readonly NodeMap<Cotangent> sums = new();
    private readonly NodeMap<Cotangent?[]> several = new();

    /// <summary>Adds to what is stored for a node.</summary>
    public void Add(Node node, Cotangent ct) => Store(node, Find(node)?.Plus(ct) ?? ct);

    /// <summary>Stores a sum for a node instead of what was there.</summary>
    public void Replace(Node node, NDArray sum, Support? support) => Store(node, new(sum, support));

    /// <summary>Where the cotangent of a node counts; null is everywhere.</summary>
    public Support? SupportOf(Node node) => Find(node)?.Support;

    /// <summary>Takes what a rule needs to see of the cotangents of a node's results; false if there are none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="ct">One for each result, null for none.</param>
    /// <param name="only">The cotangent of an only result.</param>
    public bool Take(Node node, [MaybeNullWhen(false)] out NDArray?[] ct, out Cotangent? only)
    {
        only = null;
        ct = null;
        if (several.Remove(node, out Cotangent?[]? results))
            ct = Array.ConvertAll(results, result => result?.Cut());
        else if (sums.Remove(node, out Cotangent? sum))
            (ct, only) = ([sum.For(node.Primitive)], sum);
        return ct is not null;
    }

    /// <summary>The cotangent of a node as users see it; null for none.</summary>
    public NDArray? Result(Node node) => Find(node)?.Cut();

    /// <summary>Forgets all, as <see cref="NodeTable{T}"/> has to.</summary>
    public void Clear()
    {
        sums.Clear();
        several.Clear();
    }

    private Cotangent? Find(Node node) => node.Primitive is Output output
        ? several.TryGet(node.Inputs[0], out Cotangent?[]? results) ? results[output.Index] : null
        : sums.Find(node);

    private void Store(Node node, Cotangent sum)
    {
        if (node.Primitive is not Output output)
        {
            sums[node] = sum;
            return;
        }
        Node owner = node.Inputs[0];
        if (!several.TryGet(owner, out Cotangent?[]? results))
            several[owner] = results = new Cotangent?[owner.Parts!.Length];
        results[output.Index] = sum;
    }
}
