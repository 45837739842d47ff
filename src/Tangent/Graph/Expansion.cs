namespace Tangent;

/// <summary>The composition that stands for one node: aliases of the node's inputs, and the results made from them.</summary>
internal sealed record Expansion(NDArray[] Inputs, NDArray[] Results)
{
    /// <summary>The composition of a node, made once so that evaluation and forward mode share its work; null if the primitive has its own kernel.</summary>
    public static Expansion? Of(Node node)
    {
        if (node.Expansion is { } existing)
            return existing;
        NDArray[] inputs = Alias.Of(Node.Handles(node.Inputs), null);
        NDArray[]? results = node.Primitive switch
        {
            Composite composite => [composite.Expand(inputs)],
            MultiOutput primitive => primitive.ExpandAll(inputs),
            _ => null,
        };
        return node.Expansion = results is null ? null : new Expansion(inputs, results);
    }
}
