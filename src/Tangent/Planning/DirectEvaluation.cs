using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Evaluates a graph node by node, without a plan: one operation whose inputs, or what they are views of, are all there,
/// or many on small arrays, where planning costs more than fusing saves.
/// </summary>
internal static class DirectEvaluation
{
    // Measured on six operations: at this size fusing them wins what planning them costs, about half a microsecond each.
    private const long LargestBytes = 16 * 1024;

    /// <summary>Evaluates the nodes if that is the fastest way.</summary>
    public static bool TryRun(ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        if (roots is [var root] && IsReady(root))
        {
            RunWithViews(root);
            return true;
        }
        foreach (Node node in roots)
            if (IsLarge(node))
                return false;
        bool small = true;
        List<Node> order = GraphSort.Order(roots, node =>
        {
            small &= !IsLarge(node);
            return small ? Needs(node) : null;
        });
        if (small)
            foreach (Node node in order)
            {
                cancellation.ThrowIfCancellationRequested();
                SingleEvaluation.Run(node);
            }
        return small;
    }

    private static bool IsLarge(Node node) => node.Value is null && node.Bytes > LargestBytes;

    private static Node[]? Needs(Node node)
    {
        // The inputs are read first: another thread that stores the value empties them only afterwards.
        Node[] inputs = node.Inputs;
        if (node.Value is not null)
            return null;
        return StandIn.Of(node) is { } other ? [other] : inputs;
    }

    private static bool IsReady(Node node)
    {
        foreach (Node input in node.Inputs)
            if (!HasValue(input) && !(input.Primitive.IsView && input.Inputs is [var source] && HasValue(source)))
                return false;
        return node.Primitive is not Output && (node.Primitive is not Composite composite || composite.HasKernel(node.Inputs));
    }

    private static bool HasValue(Node node) => node.Value is not null || node.Primitive is Constant;

    private static void RunWithViews(Node root)
    {
        foreach (Node input in root.Inputs)
        {
            Node[] sources = input.Inputs;
            if (input.Value is not null)
                continue;
            foreach (Node source in sources)
                SingleEvaluation.Run(source);
            SingleEvaluation.Run(input);
        }
        SingleEvaluation.Run(root);
    }
}
