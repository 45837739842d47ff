namespace Tangent;

/// <summary>The one topological sort: inputs before consumers, each node once, with a stack of its own.</summary>
internal static class GraphSort
{
    /// <summary>
    /// The nodes that <paramref name="roots"/> are made of, in order of dependence. <paramref name="inputs"/> says
    /// which nodes to go on to; null leaves the node itself out.
    /// </summary>
    public static List<T> Order<T>(ReadOnlySpan<T> roots, Func<T, T[]?> inputs) where T : class
    {
        var order = new List<T>();
        var seen = new HashSet<T>();
        var stack = new Stack<(T Node, T[] Inputs, int Next)>();
        foreach (T root in roots)
        {
            Enter(root);
            while (stack.TryPop(out (T Node, T[] Inputs, int Next) frame))
            {
                if (frame.Next == frame.Inputs.Length)
                {
                    order.Add(frame.Node);
                    continue;
                }
                stack.Push((frame.Node, frame.Inputs, frame.Next + 1));
                Enter(frame.Inputs[frame.Next]);
            }
        }
        return order;

        void Enter(T node)
        {
            if (seen.Add(node) && inputs(node) is { } next)
                stack.Push((node, next, 0));
        }
    }

    /// <summary>The nodes on paths from <paramref name="sources"/> to <paramref name="roots"/>, sources included, in order.</summary>
    public static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots)
    {
        long oldest = long.MaxValue;
        var reached = new HashSet<Node>();
        foreach (Node source in sources)
        {
            oldest = Math.Min(oldest, source.Id);
            reached.Add(source);
        }
        List<Node> newer = Order(roots, node => node.Id < oldest ? null : reached.Contains(node) ? [] : node.Inputs);
        newer.RemoveAll(node => !reached.Contains(node) && !DependsOn(node));
        return newer;

        bool DependsOn(Node node)
        {
            foreach (Node input in node.Inputs)
                if (reached.Contains(input))
                    return reached.Add(node);
            return false;
        }
    }
}
