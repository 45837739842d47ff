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
        using Trace trace = Trace.Open(transform, isRecording: true, isMap: true);
        var inputs = new NDArray[x.Length];
        var batches = new Dictionary<Node, Batched>(captured ?? new Dictionary<Node, Batched>());
        for (int i = 0; i < x.Length; i++)
        {
            inputs[i] = axes[i] is { } axis ? Example(x[i], axis, transform, trace) : x[i].Share();
            if (axes[i] is not null)
                batches[inputs[i].Node] = new(x[i], axes[i]);
        }
        if (transform == "Vmap")
            trace.MakeKey = scope => KeyOfExample(scope, Length(x, axes), trace, batches);
        NDArray[] y = FunctionResults.Of(transform, function(inputs));
        trace.Batches = batches;
        trace.EndRecording();
        return Replay(batches, NDArray.NodesOf(y), [.. trace.PendingEffects]);
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

    /// <summary>Axis <paramref name="axis"/> and the one behind it as one.</summary>
    public static NDArray Merge(NDArray x, int axis) =>
        Mx.Reshape(x, new Shape([.. x.Shape.Lengths[..axis], checked(x.Shape[axis] * x.Shape[axis + 1]), .. x.Shape.Lengths[(axis + 2)..]]));

    /// <summary>An axis as two of the given lengths.</summary>
    public static NDArray Split(NDArray x, int axis, int first, int second) =>
        Mx.Reshape(x, new Shape([.. x.Shape.Lengths[..axis], first, second, .. x.Shape.Lengths[(axis + 1)..]]));

    /// <summary>All inputs of a map over examples with these along a new first axis.</summary>
    public static NDArray[] Front(NDArray[] x, int?[] axes)
    {
        int length = Length(x, axes);
        return [.. x.Select((array, i) => Spread(array, axes[i], 0, length))];
    }

    /// <summary>The batching rule of a primitive whose leading axes are a batch: each is one more of it.</summary>
    public static Batched Vmap(Primitive primitive, NDArray[] x, int?[] axes) => new(primitive.Apply(Front(x, axes)), 0);

    /// <summary>The same of a primitive of several results.</summary>
    public static Batched[] Vmap(MultiOutput primitive, NDArray[] x, int?[] axes) =>
        [.. primitive.ApplyAll(Front(x, axes)).Select(y => new Batched(y, 0))];

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

    private static NDArray KeyOfExample(KeyScope outside, int length, Trace trace, Dictionary<Node, Batched> batches)
    {
        NDArray keys = Mx.Random.Split(outside.Next(), length), key = Example(keys, 0, trace.Transform, trace);
        batches[key.Node] = new(keys, 0);
        return key;
    }

    private static Batched[] Replay(Dictionary<Node, Batched> batches, Node[] y, Node[] effects)
    {
        var table = new NodeTable<Batched>();
        foreach ((Node node, Batched batch) in batches)
            table[node] = batch;
        List<Node> order = effects.Length == 0 ? GraphSort.Between([.. batches.Keys], y) : WithEffects(batches, y, effects);
        foreach (Node node in order)
            if (!table.IsDone(node, node.Inputs))
                table.Set(node, Step(node, Array.ConvertAll(node.Inputs, Find)));
        Batched[] results = Array.ConvertAll(y, Find);
        table.Clear();
        return results;

        Batched Find(Node node) => table.TryGet(node, out Batched batch) ? batch : new(node.Handle(), null);
    }

    // All effects are made again, as they were made: on the batch or, without one, once.
    private static List<Node> WithEffects(Dictionary<Node, Batched> batches, Node[] y, Node[] effects)
    {
        List<Node> order = GraphSort.Between([.. batches.Keys, .. effects], [.. y, .. effects, .. effects.SelectMany(effect => effect.Inputs)]);
        order.Sort((x, other) => x.Id.CompareTo(other.Id));
        return order;
    }

    private static Batched[] Step(Node node, Batched[] inputs)
    {
        NDArray[] x = Array.ConvertAll(inputs, input => input.Array);
        int?[] axes = Array.ConvertAll(inputs, input => input.Axis);
        if (Array.TrueForAll(axes, axis => axis is null))
            return Array.ConvertAll(node.Primitive.ApplyAll(x), array => new Batched(array, null));
        Batched[] y = node.Primitive.VmapAll(x, axes);
        for (int i = 0; i < y.Length; i++)
            RequireExample(node.Primitive, y[i], Output.Spec(node, i));
        return y;
    }

    private static void RequireExample(Primitive primitive, Batched y, ArraySpec expected)
    {
        Shape example = y.Axis is { } axis ? y.Array.Shape.Without([axis]) : y.Array.Shape;
        if (new ArraySpec(example, y.Array.DType) != expected)
            throw new InvalidOperationException($"Vmap: the rule of {primitive.Name} gave {y.Array.Spec} along axis {y.Axis} where {expected} belongs to each example.");
    }
}
