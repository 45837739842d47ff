namespace Tangent;

/// <summary>One operation along a curve.</summary>
internal sealed class TaylorStep
{
    private readonly Node node;
    private readonly TaylorSeries?[] x;
    private readonly TaylorSeries[] y;
    private readonly Func<int, NDArray?[]> next;

    // Of an operation that is neither linear nor a product: its tangent, as a graph.
    private TaylorGraph? slope;
    private readonly bool[] isNeeded;
    private TaylorSeries?[] dx = [];
    private NDArray?[] dy = [];

    /// <summary>An operation, the derivatives of its inputs, null for one that does not move, and which of several results are used.</summary>
    public TaylorStep(Node node, TaylorSeries?[] x, IEnumerable<int> used)
    {
        (this.node, this.x) = (node, x);
        y = Array.ConvertAll(Output.Of(node), value => new TaylorSeries(value));
        isNeeded = [.. y.Select((_, i) => node.Parts is null || used.Contains(i))];
        int[] moving = [.. Enumerable.Range(0, x.Length).Where(i => x[i] is not null)];
        Linearity[] kinds = [.. moving.Select(i => node.Primitive.LinearityIn(i, x.Length))];
        next = kinds switch
        {
            [Linearity.Alone] => Linear,
            [Linearity.Alone, Linearity.Alone] => order => Product(moving[0], moving[1], order),
            _ when Array.TrueForAll(kinds, kind => kind is Linearity.Together) => Linear,
            _ => node.Primitive is ITaylorRecurrence recurrence ? order => [recurrence.Next(node, x, y[0], order)] : Generic,
        };
    }

    /// <summary>The derivatives of the results; null for one that is known, after the first order, not to move.</summary>
    public TaylorSeries?[] Results => [.. y.Select((series, i) => dy.Length > 0 && dy[i] is null ? (TaylorSeries?)null : series)];

    /// <summary>Adds the derivatives of an order to the results.</summary>
    public void Advance(int order)
    {
        NDArray?[] terms = next(order);
        for (int i = 0; i < y.Length; i++)
            y[i].Add(terms[i]);
    }

    private NDArray?[] Linear(int order)
    {
        NDArray?[] terms = [.. x.Select(series => series?[order])];
        if (Array.TrueForAll(terms, term => term is null))
            return new NDArray?[y.Length];
        NDArray?[] result = Tangent(terms);
        // What does not move with all that do never moves: where a derivative is stopped, for one.
        if (order == 1 && x.Zip(terms).All(pair => pair.First is null == pair.Second is null))
            dy = result;
        return result;
    }

    private NDArray?[] Tangent(NDArray?[] tangents) =>
        node.Primitive.JvpAll(Node.Handles(node.Inputs), tangents, Array.ConvertAll(y, series => series.Value));

    private NDArray?[] Product(int first, int second, int order)
    {
        NDArray[] inputs = Node.Handles(node.Inputs);
        var sums = new NDArray?[y.Length];
        for (int k = 0; k <= order; k++)
        {
            if (x[first]![k] is not { } left || x[second]![order - k] is not { } right)
                continue;
            (inputs[first], inputs[second]) = (left, right);
            NDArray[] terms = node.Primitive.ApplyAll(inputs);
            for (int i = 0; i < sums.Length; i++)
                sums[i] = Tangents.Add(sums[i], Times(Choose(order, k), terms[i]));
        }
        return sums;
    }

    private NDArray?[] Generic(int order)
    {
        if (order == 1)
        {
            Start();
            return dy;
        }
        for (int i = 0; i < x.Length; i++)
            dx[i]?.Add(x[i]![order]);
        slope!.Advance(order - 1);
        return Array.ConvertAll(dy, tangent => tangent is null ? null : slope.Find(tangent.Node)?[order - 1]);
    }

    private void Start()
    {
        dx = [.. x.Select(series => series is null ? null : new TaylorSeries(Alias.Of([Tangents.OrZeros(series[1], series.Value.Spec)], null)[0]))];
        NDArray?[] all = Tangent([.. dx.Select(series => series?.Value)]);
        while (Array.IndexOf(isNeeded, false) >= 0 && Array.FindIndex(y, series => IsRead(series, all)) is >= 0 and var found)
            isNeeded[found] = true;
        dy = [.. all.Select((tangent, i) => isNeeded[i] ? tangent : null)];
        // An input that is one of several results may be another node than the one that its series has for it.
        IEnumerable<(Node Node, TaylorSeries? Series)> sources =
            [.. x.Select((series, i) => (node.Inputs[i], series)), .. dx.Concat(Results).OfType<TaylorSeries>().Select(series => (series.Value.Node, series))];
        slope = new TaylorGraph(
            [.. sources.Where(source => source.Series is not null).DistinctBy(source => source.Node).Select(source => (source.Node, source.Series!))],
            NDArray.NodesOf(Tangents.Present(dy)));
    }

    // True for a result that is not known to be needed, of which the tangent of one that is needed is made.
    private bool IsRead(TaylorSeries result, NDArray?[] tangents)
    {
        NDArray[] needed = [.. tangents.Where((_, i) => isNeeded[i]).OfType<NDArray>()];
        return !isNeeded[Array.IndexOf(y, result)] && GraphSort.Between([result.Value.Node], NDArray.NodesOf(needed)).Count > 0;
    }

    /// <summary>A number of times an array.</summary>
    public static NDArray Times(double count, NDArray x) => count == 1 ? x : x * count;

    /// <summary>The number of ways to choose some of so many.</summary>
    public static double Choose(int count, int some)
    {
        double ways = 1;
        for (int i = 1; i <= some; i++)
            ways = ways * (count - some + i) / i;
        return ways;
    }
}
