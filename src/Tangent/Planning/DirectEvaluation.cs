namespace Tangent;

/// <summary>Evaluates a graph node by node, without a plan: on few bytes planning costs more than fusing saves, and all of them may stay.</summary>
internal sealed class DirectEvaluation
{
    // Measured on six operations: at this size fusing them wins what planning them costs, about half a microsecond each.
    private const long LargestBytes = 16 * 1024;

    // Values stay until the end: so many bytes, and so many more for each node, of which a plan takes three times that for itself.
    private const long MostBytes = 16 << 20;
    private const long MostBytesANode = 512;

    private readonly Compositions compositions = new();
    private NodeMap<UpdateChain>? chains;
    // What the values would have beyond what is allowed for each node.
    private long bytes;
    private bool isSmall = true;

    /// <summary>Evaluates the nodes, if that is the fastest way; false, and nothing done, if it is not.</summary>
    public static bool TryRun(ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        if (roots is [var root] && SingleEvaluation.TryRun(root))
            return true;
        var evaluation = new DirectEvaluation();
        List<Node> order = GraphSort.Order(roots, evaluation.Inputs);
        if (!evaluation.isSmall)
        {
            GraphSort.Return(order);
            return false;
        }
        foreach (Node node in order)
        {
            cancellation.ThrowIfCancellationRequested();
            evaluation.Run(node);
        }
        GraphSort.Return(order);
        return true;
    }

    // Null once it is certain that a plan is better: the rest of the graph need not be seen.
    private Node[]? Inputs(Node node)
    {
        // The inputs are read first: another thread that stores the value empties them only afterwards.
        Node[] inputs = node.Inputs;
        if (!isSmall)
            return null;
        if (node.Value is not null)
        {
            node.ReleaseInputs();
            return null;
        }
        isSmall = node.Parts is null && !node.Primitive.HasEffect;
        if (isSmall && compositions.Find(node, inputs) is { } other)
            return [other];
        bytes += (node.Primitive.IsView ? 0 : node.Bytes) - MostBytesANode;
        isSmall &= bytes <= MostBytes && (node.Bytes <= LargestBytes || node.Primitive is IUpdate);
        if (!isSmall || node.Bytes <= LargestBytes)
            return After.RequiredInputs(node, inputs);
        var chain = new UpdateChain(node, inputs);
        (chains ??= new())[node] = chain;
        return chain.Inputs();
    }

    private void Run(Node node)
    {
        if (compositions.Find(node) is { Value: { } value })
            node.SetValue(value);
        else if (chains is not null && chains.TryGet(node, out UpdateChain? chain))
            node.SetValue(chain.Run());
        else
            SingleEvaluation.Run(node);
    }
}
