using Tangent.Kernels;

namespace Tangent;

/// <summary>The operations and values between what is given and what is wanted, before anything is fused.</summary>
/// <param name="values">The value of every node.</param>
/// <param name="nodes">The nodes, in order of dependence.</param>
/// <param name="operations">The operations, in order of dependence.</param>
/// <param name="count">How many values there are.</param>
/// <param name="bytes">Bytes of all that is computed.</param>
internal sealed class PlanGraph(NodeMap<PlanValue> values, List<Node> nodes, List<PlanOperation> operations, int count, long bytes)
{
    /// <inheritdoc cref="PlanGraph(NodeMap{PlanValue}, List{Node}, List{PlanOperation}, int, long)"/>
    public List<PlanOperation> Operations => operations;

    /// <summary>All nodes, in order of dependence. Several may have one value, and one with several results has none itself.</summary>
    public List<Node> Nodes => nodes;

    /// <summary>How many values there are.</summary>
    public int ValueCount { get; private set; } = count;

    /// <summary>Bytes of all that is computed, if everything were stored.</summary>
    public long Bytes => bytes;

    /// <summary>True if an operation does something beside computing.</summary>
    public bool HasEffects => operations.Exists(operation => operation.Effect is not null);

    /// <summary>The nodes that had a value.</summary>
    public List<Node> Given { get; init; } = [];

    /// <summary>The nodes whose values outlive the plan.</summary>
    public List<Node> Kept { get; } = [];

    /// <summary>The value of a node; null if nothing needs it.</summary>
    public PlanValue? Find(Node node) => values.Find(node);

    /// <summary>The value of a node.</summary>
    public PlanValue this[Node node] => values[node];

    /// <summary>Lets the value of a node outlive the plan, surely or perhaps.</summary>
    public void Keep(Node node, Keeping keeping = Keeping.Yes)
    {
        PlanValue value = values[node];
        value.Keeping = (Keeping)Math.Max((byte)value.Keeping, (byte)keeping);
        Kept.Add(node);
    }

    /// <summary>The operations, a line each.</summary>
    public string Dump() => PlanText.Of(operations);

    /// <summary>A value of a node that nothing needs.</summary>
    public PlanValue NewValue(ArraySpec spec) => new(spec, ValueCount++);

    /// <summary>A literal that repeats over a shape.</summary>
    public PlanValue Repeat(Constant literal, Layout layout)
    {
        PlanValue single = new(literal.Infer([]), ValueCount++) { Literal = literal };
        var repeated = new PlanValue(new(new Shape(layout.Shape), literal.DType), ValueCount++) { Literal = literal };
        repeated.LookAt(single, layout);
        return repeated;
    }
}
