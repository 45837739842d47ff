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
        // A null says that all inputs of the node below it have been there.
        var stack = new Stack<T?>();
        foreach (T root in roots)
        {
            stack.Push(root);
            while (stack.TryPop(out T? node))
            {
                if (node is null)
                    order.Add(stack.Pop()!);
                else if (seen.Add(node) && inputs(node) is { } next)
                {
                    stack.Push(node);
                    stack.Push(null);
                    for (int i = next.Length - 1; i >= 0; i--)
                        stack.Push(next[i]);
                }
            }
        }
        return order;
    }

    /// <summary>The nodes on paths from <paramref name="sources"/> to <paramref name="roots"/>, sources included, in order.</summary>
    public static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots) => Between(sources, roots, [], node => node.Inputs);

    /// <summary>Those of them that are computed from the sources, not only after them; fills an empty set with these and the sources.</summary>
    public static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots, HashSet<Node> reached) =>
        Between(sources, roots, reached, After.DataInputs);

    private static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots, HashSet<Node> reached, Func<Node, Node[]> inputs)
    {
        long oldest = long.MaxValue;
        foreach (Node source in sources)
        {
            oldest = Math.Min(oldest, source.Id);
            reached.Add(source);
        }
        List<Node> newer = Order(roots, node => node.Id < oldest ? null : reached.Contains(node) ? [] : inputs(node));
        newer.RemoveAll(node => !reached.Contains(node) && !DependsOn(node));
        return newer;

        bool DependsOn(Node node)
        {
            foreach (Node input in inputs(node))
                if (reached.Contains(input))
                    return reached.Add(node);
            return false;
        }
    }
}
