namespace Tangent;

/// <summary>The node whose value is another's, where that needs no work: a composition's result, or the input of a trace.</summary>
internal static class StandIn
{
    /// <summary>The node to compute instead; null where the node itself is computed.</summary>
    public static Node? Of(Node node) => node.Primitive switch
    {
        Alias when node.Inputs is [var input] => input,
        Composite composite when !composite.HasKernel(node.Inputs) => Expansion.Of(node)?.Results[0].Node,
        Output { Index: var index } when node.Inputs is [var tuple] => Expansion.Of(tuple)?.Results[index].Node,
        _ => null,
    };
}
