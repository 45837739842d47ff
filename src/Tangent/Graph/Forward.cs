using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>Forward mode: pushes tangents through the graph that a function makes.</summary>
internal static class Forward
{
    /// <summary>Runs a function on fresh inputs and pushes tangents through it.</summary>
    public static (NDArray[] Y, NDArray?[] DY) Run(string transform, Func<NDArray[], NDArray[]> function, NDArray[] x, NDArray?[] dx)
    {
        using Trace trace = Trace.Open(transform);
        NDArray[] inputs = Alias.Of(x, trace);
        NDArray[] y = function(NDArray.Share(inputs));
        return (y, Push(inputs, dx, y));
    }

    /// <summary>The tangents of <paramref name="y"/> when those of <paramref name="x"/> are <paramref name="dx"/>.</summary>
    public static NDArray?[] Push(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        var tangents = new Dictionary<Node, NDArray?>();
        var several = new Dictionary<Node, NDArray?[]>();
        var sources = new List<Node>();
        for (int i = 0; i < x.Length; i++)
            if (dx[i] is not null && tangents.TryAdd(x[i].Node, dx[i]))
                sources.Add(x[i].Node);
        List<Node> order = GraphSort.Between(CollectionsMarshal.AsSpan(sources), NDArray.NodesOf(y));
        tangents.EnsureCapacity(tangents.Count + order.Count);
        foreach (Node node in order)
            if (!tangents.ContainsKey(node))
                Visit(node);
        NDArray?[] dy = Find(NDArray.NodesOf(y));
        // A table of some thousand entries is a large object, which only a full collection frees: what it refers to would
        // seem alive to the young one by which an evaluation finds its temporaries. One that grows leaves more of them.
        tangents.Clear();
        several.Clear();
        return dy;

        void Visit(Node node)
        {
            if (node.Primitive is Project part)
            {
                tangents[node] = several.TryGetValue(node.Inputs[0], out NDArray?[]? parts) ? parts[part.Index] : null;
                return;
            }
            NDArray?[] inputs = Find(node.Inputs);
            if (Array.TrueForAll(inputs, tangent => tangent is null))
                return;
            NDArray[] values = Node.Handles(node.Inputs);
            if (node.Primitive is Multiple multiple)
                several[node] = multiple.JvpAll(values, inputs, Multiple.Results(node));
            else if (node.DType.IsInexact)
                tangents[node] = Step(node, values, inputs);
        }

        NDArray?[] Find(Node[] nodes)
        {
            var found = new NDArray?[nodes.Length];
            for (int i = 0; i < nodes.Length; i++)
                found[i] = tangents.GetValueOrDefault(nodes[i]);
            return found;
        }
    }

    private static NDArray? Step(Node node, NDArray[] x, NDArray?[] dx)
    {
        NDArray? dy = node.Primitive.Jvp(x, dx, node.Handle());
        Tangents.Check("Jvp", node.Primitive, dy, node.Spec);
        return dy;
    }
}
