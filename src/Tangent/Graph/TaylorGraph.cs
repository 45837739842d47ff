namespace Tangent;

/// <summary>
/// Derivatives of any order along a curve, order by order through a graph. What is linear maps each derivative, products add theirs up by
/// the rule of Leibniz. For any other operation y' is what its rule for tangents makes of x, x' and y, a graph of its own whose derivative of
/// order k − 1 is that of y of order k: for exp and its like these are their known recurrences.
/// </summary>
/// <param name="sources">Where the graph begins: their derivatives are known, as far as they will be asked for.</param>
/// <param name="results">Where it ends.</param>
internal sealed class TaylorGraph((Node Node, TaylorSeries Series)[] sources, Node[] results)
{
    private readonly NodeTable<TaylorSeries?> table = new();
    private readonly List<TaylorStep> steps = [];

    /// <summary>The derivatives of each order of <paramref name="y"/> when those of <paramref name="x"/> are given.</summary>
    public static NDArray?[][] Push(NDArray[] x, NDArray?[][] derivatives, NDArray[] y)
    {
        int[] moving = [.. Enumerable.Range(0, x.Length).Where(i => Array.Exists(derivatives, all => all[i] is not null))];
        TaylorSeries[] series = [.. moving.Select(i => new TaylorSeries(x[i]))];
        var graph = new TaylorGraph([.. series.Select(one => (one.Value.Node, one))], NDArray.NodesOf(y));
        var found = new NDArray?[derivatives.Length][];
        for (int k = 0; k < found.Length; k++)
        {
            for (int i = 0; i < moving.Length; i++)
                series[i].Add(derivatives[k][moving[i]]);
            graph.Advance(k + 1);
            found[k] = Array.ConvertAll(y, output => graph.Find(output.Node)?[k + 1]);
        }
        return found;
    }

    /// <summary>Computes the derivatives of an order, after those of all orders below it.</summary>
    public void Advance(int order)
    {
        if (order == 1)
            Start();
        else
            foreach (TaylorStep step in steps)
                step.Advance(order);
    }

    /// <summary>The derivatives of a node; null for one that does not move.</summary>
    public TaylorSeries? Find(Node node) => table.TryGet(node, out TaylorSeries? found) && node.DType.IsInexact ? found : null;

    private void Start()
    {
        foreach ((Node node, TaylorSeries series) in sources)
            table[node] = series;
        List<Node> order = GraphSort.Between(Array.ConvertAll(sources, source => source.Node), results, new NodeSet());
        ILookup<Node, int> used = order.Where(node => node.Primitive is Output).ToLookup(node => node.Inputs[0], node => ((Output)node.Primitive).Index);
        foreach (Node node in order)
            if (!table.IsDone(node, node.Inputs))
                Visit(node, used[node]);
    }

    private void Visit(Node node, IEnumerable<int> used)
    {
        TaylorSeries?[] inputs = Array.ConvertAll(After.DataInputs(node), Find);
        if (Array.TrueForAll(inputs, series => series is null))
            return;
        var step = new TaylorStep(node, [.. inputs, .. new TaylorSeries?[node.Inputs.Length - inputs.Length]], used);
        step.Advance(1);
        steps.Add(step);
        table.Set(node, step.Results);
    }
}
