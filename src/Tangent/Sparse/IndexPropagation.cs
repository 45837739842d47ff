namespace Tangent;

/// <summary>
/// Finds which elements of an argument each element of a result depends on, by carrying sets of numbers along a graph. A set may be larger than
/// it need be, never smaller: what is not known of an operation depends on everything.
/// </summary>
/// <param name="varying">The nodes whose values are others at another point: places that they give are not known.</param>
internal sealed class IndexPropagation(NodeSet varying)
{
    /// <summary>For each result the set of each of its elements; null for none at all.</summary>
    /// <param name="sources">Where the sets are known.</param>
    /// <param name="sets">The sets of their elements; null for none.</param>
    /// <param name="results">The results.</param>
    public int[][]?[] Through(Node[] sources, int[][]?[] sets, Node[] results)
    {
        var table = new NodeTable<int[][]?>();
        Node[] known = [.. sources.Where((_, i) => sets[i] is not null)];
        for (int i = 0; i < sources.Length; i++)
            if (sets[i] is not null)
                table[sources[i]] = sets[i];
        foreach (Node node in GraphSort.Between(known, results))
            if (!table.IsDone(node, node.Inputs))
                table.Set(node, Step(node, Array.ConvertAll(After.DataInputs(node), Find)));
        return Array.ConvertAll(results, Find);

        int[][]? Find(Node node) => table.TryGet(node, out int[][]? found) && node.DType.IsInexact ? found : null;
    }

    private int[][]?[] Step(Node node, int[][]?[] sets)
    {
        if (Array.TrueForAll(sets, set => set is null))
            return new int[][]?[node.Parts?.Length ?? 1];
        NDArray[] inputs = [.. Node.Handles(node.Inputs)];
        NDArray[] aliases = Alias.Of(inputs, null);
        NDArray[]? parts = node.Primitive switch
        {
            Composite composite => [composite.Expand(aliases)],
            MultiOutput multiple => multiple.ExpandAll(aliases),
            _ => null,
        };
        if (parts is null)
            return node.Parts is null ? [Joined(node, sets)] : Everything(node, sets);
        var inside = new NodeSet();
        GraphSort.Between([.. NDArray.NodesOf(aliases).Where((_, i) => varying.Contains(node.Inputs[i]))], NDArray.NodesOf(parts), inside);
        varying.UnionWith(inside);
        return Through(NDArray.NodesOf(aliases), [.. sets, .. new int[][]?[aliases.Length - sets.Length]], NDArray.NodesOf(parts));
    }

    private static int[][]?[] Everything(Node node, int[][]?[] sets)
    {
        int[] all = Union(sets.OfType<int[][]>().SelectMany(set => set));
        return [.. node.Parts!.Select(part => Repeated(all, part.Shape))];
    }

    private int[][] Joined(Node node, int[][]?[] sets)
    {
        var joined = new int[(int)node.Shape.Size][];
        Array.Fill(joined, []);
        for (int i = 0; i < sets.Length; i++)
            if (sets[i] is { } set)
                Join(joined, Reached(node, i, set));
        return joined;
    }

    private int[][] Reached(Node node, int input, int[][] set)
    {
        Reach reach = node.Primitive.ReachOf(node.Inputs, input);
        return reach.Kind switch
        {
            ReachKind.Place => set,
            ReachKind.Moved when Numbers(node, input, Moved) is { } from => Array.ConvertAll(from, number => number == 0 ? [] : set[(int)number - 1]),
            ReachKind.Sent when Numbers(node, input, Sent) is { } to => Collected(to, set, (int)node.Shape.Size),
            _ when reach.Axis >= 0 => Along(node.Inputs[input].Shape, reach.Axis, node.Shape, set),
            _ => Repeated(Union(set), node.Shape),
        };
    }

    // Null where the places are not known.
    private double[]? Numbers(Node node, int input, Func<Node, int, NDArray> find)
    {
        Node[] inputs = node.Inputs;
        for (int i = 0; i < inputs.Length; i++)
            if (i != input && !inputs[i].DType.IsInexact && varying.Contains(inputs[i]))
                return null;
        try
        {
            return find(node, input).ToArray<double>();
        }
        catch (InvalidOperationException error) when ((error as NoValueException ?? error.InnerException) is NoValueException)
        {
            return null;
        }
    }

    private static NDArray Moved(Node node, int input) => node.Primitive.Apply([.. node.Inputs.Select((other, i) =>
        i == input ? Numbered(other.Shape) : other.DType.IsInexact ? Mx.Zeros(other.Shape, DType.Float64) : other.Handle())]);

    private static NDArray Sent(Node node, int input)
    {
        NDArray?[] x = [.. node.Inputs.Select((other, i) => i == input ? null : other.DType.IsInexact ? Mx.Zeros(other.Shape, DType.Float64) : other.Handle())];
        ArraySpec[] specs = [.. node.Inputs.Select(other => other.DType.IsInexact ? new ArraySpec(other.Shape, DType.Float64) : other.Spec)];
        return node.Primitive.TransposeAll([Numbered(node.Shape)], x, specs)[input]!;
    }

    // From 1 on: 0 stands for none.
    private static NDArray Numbered(Shape shape) => Mx.Reshape(Mx.Arange(1.0, shape.Size + 1.0, 1.0, DType.Float64), shape);

    private static int[][] Collected(double[] to, int[][] set, int count)
    {
        var lists = new List<int>?[count];
        for (int i = 0; i < to.Length; i++)
            if (to[i] != 0)
                (lists[(int)to[i] - 1] ??= []).Add(i);
        return Array.ConvertAll(lists, list => list is null ? [] : Union(list.Select(i => set[i])));
    }

    private static int[][] Along(Shape from, int axis, Shape to, int[][] set)
    {
        int inner = 1, length = from[axis];
        for (int i = axis + 1; i < from.Rank; i++)
            inner *= from[i];
        var along = new int[length == 0 ? 0 : set.Length / length][];
        for (int i = 0; i < along.Length; i++)
            along[i] = Union(Enumerable.Range(0, length).Select(k => set[(i / inner * length * inner) + (k * inner) + (i % inner)]));
        if (along.Length == 0)
            return Repeated([], to);
        Shape kept = new([.. from.Lengths[..axis], 1, .. from.Lengths[(axis + 1)..]]);
        double[] places = Mx.BroadcastTo(Numbered(kept), to).ToArray<double>();
        return Array.ConvertAll(places, place => along[(int)place - 1]);
    }

    private static int[][] Repeated(int[] set, Shape shape)
    {
        var sets = new int[(int)shape.Size][];
        Array.Fill(sets, set);
        return sets;
    }

    private static void Join(int[][] sets, int[][] others)
    {
        for (int i = 0; i < sets.Length; i++)
            sets[i] = sets[i].Length == 0 || ReferenceEquals(sets[i], others[i]) ? others[i] : others[i].Length == 0 ? sets[i] : Union([sets[i], others[i]]);
    }

    private static int[] Union(IEnumerable<int[]> sets)
    {
        int[]? first = null;
        SortedSet<int>? all = null;
        foreach (int[] set in sets)
        {
            if (set.Length == 0 || ReferenceEquals(set, first))
                continue;
            if (first is null)
                first = set;
            else
                (all ??= [.. first]).UnionWith(set);
        }
        return all is null ? first ?? [] : [.. all];
    }
}
