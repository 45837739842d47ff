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
        Node[] sources = [.. x.Where((_, i) => active[i]).Select(array => array.Node)];
        Node[] roots = [.. y.Where((_, i) => ct[i] is not null).Select(array => array.Node)];
        List<Node> order = GraphSort.Between(sources, roots);
        var reached = new HashSet<Node>(order);
        var ends = new HashSet<Node>(sources);
        var sums = new CotangentSums();
        var several = new Dictionary<Node, NDArray?[]>();
        for (int i = 0; i < y.Length; i++)
            if (ct[i] is { } start && reached.Contains(y[i].Node))
                sums.Add(y[i].Node, new(start));
        for (int i = order.Count - 1; i >= 0; i--)
            if (!ends.Contains(order[i]))
                Visit(order[i]);
        return [.. x.Select((array, i) => active[i] ? sums.Result(array.Node) : null)];

        void Visit(Node node)
        {
            if (node.Primitive is Project part)
                Collect(node, part);
            else if (node.Primitive is Multiple multiple && several.Remove(node, out NDArray?[]? parts))
                Spread(node, default, multiple.VjpAll(Values(node), Active(node), Multiple.Results(node), parts));
            else if (sums.Take(node, out Cotangent sum) && node.DType.IsInexact)
                Spread(node, sum, node.Primitive.Vjp(Values(node), Active(node), node.Handle(), sum.For(node.Primitive)));
        }

        void Collect(Node node, Project part)
        {
            if (!sums.Take(node, out Cotangent sum))
                return;
            Node tuple = node.Inputs[0];
            if (!several.TryGetValue(tuple, out NDArray?[]? parts))
                several[tuple] = parts = new NDArray?[tuple.Parts!.Length];
            parts[part.Index] = Tangents.Add(parts[part.Index], sum.Cut());
        }

        void Spread(Node node, Cotangent sum, NDArray?[] cotangents)
        {
            for (int i = 0; i < cotangents.Length; i++)
            {
                if (cotangents[i] is not { } value || !reached.Contains(node.Inputs[i]))
                    continue;
                Tangents.Check("Vjp", node.Primitive, value, node.Inputs[i].Spec);
                sums.Add(node.Inputs[i], sum.Pulled(value, node, i));
            }
        }

        bool[] Active(Node node) => [.. node.Inputs.Select(input => reached.Contains(input) && input.DType.IsInexact)];
    }

    private static NDArray[] Values(Node node) => [.. node.Inputs.Select(input => input.Handle())];
}
