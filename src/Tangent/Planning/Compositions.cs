namespace Tangent;

/// <summary>The nodes of a graph whose values are those of others: inputs of traces, and compositions that have no kernel of their own.</summary>
internal sealed class Compositions
{
    private readonly NodeMap<Node> sources = new();
    private readonly NodeMap<Node[]> results = new();

    /// <summary>True if a composition was taken apart: its parts may be those of a rule, too.</summary>
    public bool HasParts { get; private set; }

    /// <summary>The node whose value is that of <paramref name="node"/>, if it was found before.</summary>
    public Node? Find(Node node) =>
        node.Primitive is Alias or Placeholder or Output or Composite ? sources.Find(node) : null;

    /// <summary>The node whose value is that of <paramref name="node"/>: of a composition, the result of its parts. Null if it is computed itself.</summary>
    public Node? Find(Node node, Node[] inputs) => node.Primitive switch
    {
        Alias => sources[node] = inputs[0],
        Placeholder => Find(node),
        Composite composite when !composite.HasKernel(inputs) => Find(node) ?? (sources[node] = composite.Expand(Arguments(inputs)).Node),
        Output { Index: var index } when inputs[0].Primitive is MultiOutput multiple && !multiple.HasKernel(inputs[0].Inputs) => Find(node) ?? Part(node, inputs[0], multiple, index),
        _ => null,
    };

    private Node Part(Node node, Node tuple, MultiOutput multiple, int index)
    {
        if (!results.TryGet(tuple, out Node[]? parts))
        {
            NDArray[] expanded = multiple.ExpandAll(Arguments(tuple.Inputs)) ?? throw new MissingRuleException(multiple.Name, "Lower");
            results[tuple] = parts = NDArray.NodesOf(expanded);
        }
        return sources[node] = parts[index];
    }

    // The parts are made on inputs of their own, which stand for the node's and are not counted among its readers.
    private NDArray[] Arguments(Node[] inputs)
    {
        HasParts = true;
        var arguments = new NDArray[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            arguments[i] = Placeholder.Of(inputs[i].Spec, "Eval");
            sources[arguments[i].Node] = inputs[i];
        }
        return arguments;
    }
}
