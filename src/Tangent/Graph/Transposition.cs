using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>Transposes linear graphs: from cotangents of the results to cotangents of the placeholders that they are linear in.</summary>
internal static class Transposition
{
    /// <summary>The reverse rule of a primitive, derived from its forward rule.</summary>
    public static NDArray?[] OfJvp(Primitive primitive, NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        NDArray?[] dx = Placeholders(x, active);
        return OfTangents(dx, [primitive.Jvp(x, dx, y)], [ct]);
    }

    /// <summary>Stand-ins for the tangents of the active inputs.</summary>
    public static NDArray?[] Placeholders(NDArray[] x, bool[] active) =>
        [.. x.Select((array, i) => active[i] ? Placeholder.Of(array.Spec, "Vjp") : null)];

    /// <summary>The cotangents of placeholder tangents <paramref name="dx"/> that the tangents <paramref name="dy"/> were made from.</summary>
    public static NDArray?[] OfTangents(NDArray?[] dx, NDArray?[] dy, NDArray?[] ct)
    {
        var sources = new List<Node>();
        foreach (NDArray? tangent in dx)
            if (tangent is not null)
                sources.Add(tangent.Node);
        var roots = new List<Node>();
        for (int i = 0; i < dy.Length; i++)
            if (dy[i] is { } tangent && ct[i] is not null)
                roots.Add(tangent.Node);
        var linear = new HashSet<Node>();
        List<Node> order = GraphSort.Between(CollectionsMarshal.AsSpan(sources), CollectionsMarshal.AsSpan(roots), linear);
        var ends = new HashSet<Node>(sources);
        var sums = new CotangentSums();
        for (int i = 0; i < dy.Length; i++)
            if (dy[i] is { } tangent && ct[i] is { } start && linear.Contains(tangent.Node))
                sums.Add(tangent.Node, new(start));
        for (int i = order.Count - 1; i >= 0; i--)
            if (!ends.Contains(order[i]) && sums.Take(order[i], out Cotangent? sum))
                Visit(order[i], sum);
        return [.. dx.Select(tangent => tangent is null ? null : sums.Result(tangent.Node))];

        void Visit(Node node, Cotangent sum)
        {
            Node[] inputs = node.Inputs;
            var values = new NDArray?[inputs.Length];
            var specs = new ArraySpec[inputs.Length];
            for (int i = 0; i < inputs.Length; i++)
            {
                values[i] = linear.Contains(inputs[i]) ? null : inputs[i].Handle();
                specs[i] = inputs[i].Spec;
            }
            NDArray?[] cotangents = node.Primitive.Transpose(sum.For(node.Primitive), values, specs);
            for (int i = 0; i < cotangents.Length; i++)
            {
                if (cotangents[i] is not { } value || !linear.Contains(inputs[i]))
                    continue;
                Tangents.Check("Transpose", node.Primitive, value, specs[i]);
                sums.Add(inputs[i], Cotangent.Pulled(value, sum.Support, node, i));
            }
        }
    }
}
