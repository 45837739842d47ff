namespace Tangent;

/// <summary>The one topological sort: inputs before consumers, each node once, with a stack of its own.</summary>
internal static class GraphSort
{
    /// <summary>
    /// The nodes that <paramref name="roots"/> are made of, in order of dependence. <paramref name="inputs"/> says
    /// which nodes to go on to; null leaves the node itself out.
    /// </summary>
    public static List<Node> Order(ReadOnlySpan<Node> roots, Func<Node, Node[]?> inputs) => Order(roots, inputs, new NodeSet().Add);

    /// <summary>The same of anything else. <paramref name="isNew"/> is true the first time that it is asked of something.</summary>
    public static List<T> Order<T>(ReadOnlySpan<T> roots, Func<T, T[]?> inputs, Func<T, bool> isNew) where T : class
    {
        // A null says that all inputs of the node below it have been there.
        (List<T> order, Stack<T?> stack) = Scratch<T>.Take();
        foreach (T root in roots)
        {
            stack.Push(root);
            while (stack.TryPop(out T? node))
            {
                if (node is null)
                    order.Add(stack.Pop()!);
                else if (isNew(node) && inputs(node) is { } next)
                {
                    stack.Push(node);
                    stack.Push(null);
                    for (int i = next.Length - 1; i >= 0; i--)
                        stack.Push(next[i]);
                }
            }
        }
        Scratch<T>.Return(stack);
        return order;
    }

    /// <summary>Takes back a list that nobody needs any more, for the thread's next sort.</summary>
    public static void Return(List<Node> order) => Scratch<Node>.Return(order);

    /// <summary>The nodes on paths from <paramref name="sources"/> to <paramref name="roots"/>, sources included, in order.</summary>
    public static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots) => Between(sources, roots, new NodeSet(), node => node.Inputs);

    /// <summary>Those of them that are computed from the sources, not only after them; fills an empty set with these and the sources.</summary>
    public static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots, NodeSet reached) =>
        Between(sources, roots, reached, After.DataInputs);

    private static List<Node> Between(ReadOnlySpan<Node> sources, ReadOnlySpan<Node> roots, NodeSet reached, Func<Node, Node[]> inputs)
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

    /// <summary>
    /// What a thread sorts with: lists that grow leave large objects behind, and a few of these make the collector go through everything.
    /// </summary>
    private static class Scratch<T> where T : class
    {
        private const int MostKept = 1 << 18;

        [ThreadStatic] private static List<T>? order;
        [ThreadStatic] private static Stack<T?>? stack;

        // A sort inside a sort has lists of its own.
        public static (List<T> Order, Stack<T?> Stack) Take()
        {
            (List<T> Order, Stack<T?> Stack) taken = (order ?? [], stack ?? new());
            (order, stack) = (null, null);
            return taken;
        }

        public static void Return(List<T> used)
        {
            used.Clear();
            if (used.Capacity <= MostKept)
                order = used;
        }

        public static void Return(Stack<T?> used)
        {
            if (used.Capacity <= MostKept)
                stack = used;
        }
    }
}
