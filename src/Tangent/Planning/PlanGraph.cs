using Tangent.Kernels;

namespace Tangent;

/// <summary>The items of a plan: lowers the nodes that have no value and records who reads what.</summary>
internal sealed class PlanGraph
{
    private readonly Dictionary<Node, PlanItem> items = new();

    private readonly HashSet<Node> given;

    /// <summary>Lowers all that <paramref name="roots"/> need, except the values that are given when the plan runs.</summary>
    public PlanGraph(ReadOnlySpan<Node> roots, params Node[] given)
    {
        this.given = new HashSet<Node>(given);
        foreach (Node node in GraphSort.Order<Node>(roots, Inputs))
            Add(node);
    }

    /// <summary>All items, in order of dependence.</summary>
    public List<PlanItem> Items { get; } = [];

    /// <summary>All nodes that have an item.</summary>
    public Dictionary<Node, PlanItem>.KeyCollection Nodes => items.Keys;

    /// <summary>The item of a node; null if nothing needs it.</summary>
    public PlanItem? Find(Node node) => items.GetValueOrDefault(node);

    /// <summary>The item that computes a node.</summary>
    public PlanItem this[Node node] => items[node];

    private static Node[] Inputs(Node node)
    {
        // The inputs are read first: another thread that stores the value empties them only afterwards.
        Node[] inputs = node.Inputs;
        if (node.Value is not null)
            return [];
        return StandIn.Of(node) is { } other ? [other] : inputs;
    }

    private void Add(Node node)
    {
        Node[] inputs = Inputs(node);
        if (node.Value is null && StandIn.Of(node) is { } other)
        {
            items[node] = items[other];
            CountReadings(node.Primitive is Project ? node.Inputs[0].Inputs : node.Inputs);
            return;
        }
        var arguments = new PlanItem[inputs.Length];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = items[inputs[i]];
        Kernel? kernel = node.Value is null && !given.Contains(node) ? node.Primitive.Lower(inputs, node.Spec) : null;
        var item = new PlanItem(node, kernel, arguments) { Literal = LiteralOf(node, kernel, arguments) };
        foreach (PlanItem argument in arguments)
            argument.Readers.Add(item);
        CountReadings(inputs);
        items[node] = item;
        Items.Add(item);
    }

    private void CountReadings(Node[] inputs)
    {
        foreach (Node input in inputs)
            if (items.TryGetValue(input, out PlanItem? item))
                item.ReadingsHere++;
    }

    // A view of a literal repeats it: fused loops need not read it from memory.
    private static Constant? LiteralOf(Node node, Kernel? kernel, PlanItem[] inputs) =>
        node.Primitive as Constant ?? (kernel is ViewKernel ? inputs[0].Literal : null);
}
