using Tangent.Kernels;

namespace Tangent;

/// <summary>The items of a plan: lowers the nodes that have no value and counts who reads what.</summary>
internal sealed class PlanGraph
{
    private readonly Dictionary<Node, PlanItem> items;

    private readonly HashSet<Node> given;

    /// <summary>Lowers all that <paramref name="roots"/> need, except the values that are given when the plan runs.</summary>
    public PlanGraph(ReadOnlySpan<Node> roots, params Node[] given)
    {
        this.given = new HashSet<Node>(given);
        Nodes = GraphSort.Order<Node>(roots, Inputs);
        items = new(Nodes.Count);
        Items = new(Nodes.Count);
        foreach (Node node in Nodes)
            Add(node);
    }

    /// <summary>All items, in order of dependence.</summary>
    public List<PlanItem> Items { get; }

    /// <summary>All nodes that have an item, in order of dependence.</summary>
    public List<Node> Nodes { get; }

    /// <summary>The nodes whose values outlive the plan.</summary>
    public List<Node> Kept { get; } = [];

    /// <summary>The item of a node; null if nothing needs it.</summary>
    public PlanItem? Find(Node node) => items.GetValueOrDefault(node);

    /// <summary>The item that computes a node.</summary>
    public PlanItem this[Node node] => items[node];

    /// <summary>Lets the value of a node outlive the plan.</summary>
    public void Keep(Node node)
    {
        items[node].IsKept = true;
        Kept.Add(node);
    }

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
        // As above.
        Node[] inputs = node.Inputs;
        bool isGiven = node.Value is not null;
        if (!isGiven && StandIn.Of(node) is { } other)
        {
            items.Add(node, items[other]);
            CountReadings(node.Primitive is Output ? inputs[0].Inputs : inputs);
            return;
        }
        PlanItem item = isGiven || given.Contains(node) ? Given(node) : Lowered(node, inputs);
        items.Add(node, item);
        Items.Add(item);
    }

    private PlanItem Given(Node node) => new(node, null, [], Items.Count) { Literal = node.Primitive as Constant };

    private PlanItem Lowered(Node node, Node[] inputs)
    {
        var arguments = new PlanItem[inputs.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            PlanItem argument = items[inputs[i]];
            argument.Readings++;
            argument.ReadingsOfNodes++;
            arguments[i] = argument;
        }
        Kernel kernel = node.Primitive.Lower(inputs, node.Spec);
        return new PlanItem(node, kernel, arguments, Items.Count) { Literal = LiteralOf(node, kernel, arguments) };
    }

    private void CountReadings(Node[] inputs)
    {
        foreach (Node input in inputs)
            if (items.TryGetValue(input, out PlanItem? item))
                item.ReadingsOfNodes++;
    }

    // A view of a literal repeats it: fused loops need not read it from memory.
    private static Constant? LiteralOf(Node node, Kernel kernel, PlanItem[] inputs) =>
        node.Primitive as Constant ?? (kernel is ViewKernel ? inputs[0].Literal : null);
}
