using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>
/// Reverse mode: pulls cotangents back through the graph that a function makes. Cotangents pair with tangents without
/// conjugation; <c>Vjp</c> conjugates at its two ends.
/// </summary>
internal static class Reverse
{
    /// <summary>The cotangents of a composition's active inputs.</summary>
    public static NDArray?[] Through(Func<NDArray[], NDArray[]> function, NDArray[] x, bool[] active, NDArray?[] ct)
    {
        using Trace trace = Trace.Open("Vjp");
        NDArray[] inputs = Alias.Of(x, trace);
        return Pull(inputs, active, function(NDArray.Share(inputs)), ct);
    }

    /// <summary>The cotangents of the active <paramref name="x"/> when those of <paramref name="y"/> are <paramref name="ct"/>.</summary>
    public static NDArray?[] Pull(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        var sources = new List<Node>();
        for (int i = 0; i < x.Length; i++)
            if (active[i])
                sources.Add(x[i].Node);
        var roots = new List<Node>();
        for (int i = 0; i < y.Length; i++)
            if (ct[i] is not null)
                roots.Add(y[i].Node);
        var reached = new HashSet<Node>();
        List<Node> order = GraphSort.Between(CollectionsMarshal.AsSpan(sources), CollectionsMarshal.AsSpan(roots), reached);
        var ends = new HashSet<Node>(sources);
        var sums = new CotangentSums();
        var several = new Dictionary<Node, NDArray?[]>();
        for (int i = 0; i < y.Length; i++)
            if (ct[i] is { } start && reached.Contains(y[i].Node))
                sums.Add(y[i].Node, new(start));
        for (int i = order.Count - 1; i >= 0; i--)
            if (!ends.Contains(order[i]))
                Visit(order[i]);
        var cotangents = new NDArray?[x.Length];
        for (int i = 0; i < x.Length; i++)
            cotangents[i] = active[i] ? sums.Result(x[i].Node) : null;
        return cotangents;

        void Visit(Node node)
        {
            if (node.Primitive is Project part)
                Collect(node, part);
            else if (node.Primitive is Multiple multiple && several.Remove(node, out NDArray?[]? parts))
                Spread(node, null, multiple.VjpAll(Node.Handles(node.Inputs), Active(node), Multiple.Results(node), parts));
            else if (sums.Take(node, out Cotangent? sum) && node.DType.IsInexact)
                Spread(node, sum.Support, node.Primitive.Vjp(Node.Handles(node.Inputs), Active(node), node.Handle(), sum.For(node.Primitive)));
        }

        void Collect(Node node, Project part)
        {
            if (!sums.Take(node, out Cotangent? sum))
                return;
            Node tuple = node.Inputs[0];
            if (!several.TryGetValue(tuple, out NDArray?[]? parts))
                several[tuple] = parts = new NDArray?[tuple.Parts!.Length];
            parts[part.Index] = Tangents.Add(parts[part.Index], sum.Cut());
        }

        void Spread(Node node, Support? support, NDArray?[] pulled)
        {
            for (int i = 0; i < pulled.Length; i++)
            {
                if (pulled[i] is not { } value || !reached.Contains(node.Inputs[i]))
                    continue;
                Tangents.Check("Vjp", node.Primitive, value, node.Inputs[i].Spec);
                sums.Add(node.Inputs[i], Cotangent.Pulled(value, support, node, i));
            }
        }

        bool[] Active(Node node)
        {
            Node[] inputs = node.Inputs;
            var active = new bool[inputs.Length];
            for (int i = 0; i < inputs.Length; i++)
                active[i] = inputs[i].DType.IsInexact && reached.Contains(inputs[i]);
            return active;
        }
    }
}
