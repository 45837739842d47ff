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
        NDArray[] y = FunctionResults.Of(transform, function(NDArray.Share(inputs)));
        return (y, Push(inputs, dx, y));
    }

    /// <summary>The tangents of a composition's results.</summary>
    public static NDArray?[] Through(Func<NDArray[], NDArray[]> function, NDArray[] x, NDArray?[] dx)
    {
        NDArray[] inputs = Alias.Of(x, null);
        return Push(inputs, dx, function(inputs));
    }

    /// <summary>The tangents of <paramref name="y"/> when those of <paramref name="x"/> are <paramref name="dx"/>.</summary>
    public static NDArray?[] Push(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        var tangents = new NodeTable<NDArray?>();
        var sources = new List<Node>();
        for (int i = 0; i < x.Length; i++)
            if (dx[i] is { } tangent && !tangents.TryGet(x[i].Node, out _))
            {
                tangents[x[i].Node] = tangent;
                sources.Add(x[i].Node);
            }
        List<Node> order = GraphSort.Between(CollectionsMarshal.AsSpan(sources), NDArray.NodesOf(y));
        foreach (Node node in order)
            if (!tangents.IsDone(node, node.Inputs))
                Visit(node);
        GraphSort.Return(order);
        NDArray?[] dy = Find(NDArray.NodesOf(y));
        tangents.Clear();
        return dy;

        void Visit(Node node)
        {
            NDArray?[] inputs = Find(node.Inputs);
            if (Array.TrueForAll(inputs, tangent => tangent is null))
                return;
            if (node.Parts is not null)
                tangents.Set(node, StepAll(node, inputs));
            else if (node.DType.IsInexact)
                tangents[node] = Step(node, inputs);
        }

        NDArray?[] Find(Node[] nodes)
        {
            var found = new NDArray?[nodes.Length];
            for (int i = 0; i < nodes.Length; i++)
                found[i] = tangents.TryGet(nodes[i], out NDArray? tangent) ? tangent : null;
            return found;
        }
    }

    // The same for a node with one result, as most are, without lists of one.
    private static NDArray? Step(Node node, NDArray?[] dx)
    {
        NDArray? dy = node.Primitive.Jvp(Node.Handles(node.Inputs), dx, node.Handle());
        Tangents.Check("Jvp", node.Primitive, dy, node.Spec);
        return dy;
    }

    private static NDArray?[] StepAll(Node node, NDArray?[] dx)
    {
        NDArray?[] dy = node.Primitive.JvpAll(Node.Handles(node.Inputs), dx, Output.Of(node));
        for (int i = 0; i < dy.Length; i++)
            Tangents.Check("Jvp", node.Primitive, dy[i], Output.Spec(node, i));
        return dy;
    }
}
