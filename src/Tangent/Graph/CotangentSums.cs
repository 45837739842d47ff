using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>The cotangents that have come back to each node so far.</summary>
internal sealed class CotangentSums
{
    private readonly Dictionary<Node, Cotangent> sums = [];

    /// <summary>Adds to what is stored for a node.</summary>
    public void Add(Node node, Cotangent ct) => sums[node] = sums.TryGetValue(node, out Cotangent? sum) ? sum.Plus(ct) : ct;

    /// <summary>Takes what is stored for a node; false if there is nothing.</summary>
    public bool Take(Node node, [MaybeNullWhen(false)] out Cotangent sum) => sums.Remove(node, out sum);

    /// <summary>The cotangent of a node as users see it; null for none.</summary>
    public NDArray? Result(Node node) => sums.TryGetValue(node, out Cotangent? sum) ? sum.Cut() : null;
}
