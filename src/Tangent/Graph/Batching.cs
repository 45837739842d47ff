namespace Tangent;

/// <summary>Vectorised maps: replays the graph of one example on arrays that hold many.</summary>
internal static class Batching
{
    /// <summary>Runs a function on one example and replays it on the batch; results carry the batch along an axis, or null.</summary>
    /// <param name="function">A function of examples.</param>
    /// <param name="x">The batches, and arrays that all examples share.</param>
    /// <param name="axes">Where the examples lie.</param>
    /// <param name="transform">The transform, for messages.</param>
    /// <param name="captured">Inputs of enclosing maps that the function may capture, with their batches.</param>
    public static Batched[] Through(
        Func<NDArray[], NDArray[]> function, NDArray[] x, int?[] axes, string transform = "Vmap", IReadOnlyDictionary<Node, Batched>? captured = null)
    {
        using Trace trace = Trace.Open(transform, isRecording: true);
        var inputs = new NDArray[x.Length];
        var table = new Dictionary<Node, Batched>(captured ?? new Dictionary<Node, Batched>());
        for (int i = 0; i < x.Length; i++)
        {
            inputs[i] = axes[i] is { } axis ? Example(x[i], axis, transform, trace) : x[i].Share();
            if (axes[i] is not null)
                table[inputs[i].Node] = new(x[i], axes[i]);
        }
        NDArray[] y = function(inputs);
        trace.Batches = new Dictionary<Node, Batched>(table);
        return Replay(table, y);
    }

    /// <summary>An array with the batch moved to a given axis.</summary>
    public static NDArray Move(Batched x, int axis) => x.Axis == axis ? x.Array : Mx.MoveAxis(x.Array, x.Axis!.Value, axis);

    /// <summary>An array with the batch along <paramref name="axis"/>, repeated there if it had none.</summary>
    public static NDArray Spread(NDArray x, int? from, int axis, int length)
    {
        if (from is not null)
            return Move(new(x, from), axis);
        return Mx.BroadcastTo(Mx.ExpandDims(x, axis), x.Shape.Insert(axis, length));
    }

    /// <summary>The number of examples.</summary>
    public static int Length(NDArray[] x, int?[] axes)
    {
        int first = Array.FindIndex(axes, axis => axis is not null);
        return x[first].Shape[axes[first]!.Value];
    }

    /// <summary>Arrays of one shape per example, all with the batch along the same axis.</summary>
    public static (NDArray[] X, int Axis) Align(NDArray[] x, int?[] axes)
    {
        int length = Length(x, axes);
        int axis = axes.First(candidate => candidate is not null)!.Value;
        return ([.. x.Select((array, i) => Spread(array, axes[i], axis, length))], axis);
    }

    private static NDArray Example(NDArray x, int axis, string transform, Trace trace) =>
        Placeholder.Of(new(x.Shape.Without([axis]), x.DType), transform, trace);

    private static Batched[] Replay(Dictionary<Node, Batched> table, NDArray[] y)
    {
        var several = new Dictionary<Node, Batched[]>();
        foreach (Node node in GraphSort.Between([.. table.Keys], [.. y.Select(array => array.Node)]))
        {
            if (table.ContainsKey(node))
                continue;
            if (node.Primitive is Project part)
            {
                table[node] = several[node.Inputs[0]][part.Index];
                continue;
            }
            NDArray[] values = [.. node.Inputs.Select(input => table.TryGetValue(input, out Batched batch) ? batch.Array : input.Handle())];
            int?[] axes = [.. node.Inputs.Select(input => table.TryGetValue(input, out Batched batch) ? batch.Axis : null)];
            if (node.Primitive is Multiple multiple)
                several[node] = multiple.VmapAll(values, axes);
            else
                table[node] = Step(node, values, axes);
        }
        return [.. y.Select(array => table.TryGetValue(array.Node, out Batched batch) ? batch : new(array, null))];
    }

    private static Batched Step(Node node, NDArray[] x, int?[] axes)
    {
        if (Array.TrueForAll(axes, axis => axis is null))
            return new(node.Primitive.Apply(x), null);
        Batched y = node.Primitive.Vmap(x, axes);
        Shape example = y.Axis is { } axis ? y.Array.Shape.Without([axis]) : y.Array.Shape;
        Tangents.Check("Vmap", node.Primitive, y.Array, new(y.Axis is null ? node.Shape : y.Array.Shape, node.DType));
        if (example != node.Shape)
            throw new InvalidOperationException($"Vmap: the rule of {node.Primitive.Name} gave {y.Array.Spec} along axis {y.Axis} where {node.Spec} belongs to each example.");
        return y;
    }
}
