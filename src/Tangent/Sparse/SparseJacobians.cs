namespace Tangent;

/// <summary>Jacobians of one pattern, whose columns or rows were put into groups.</summary>
internal sealed class SparseJacobians
{
    private readonly SparsityPattern pattern;
    private readonly Coloring coloring;
    private readonly bool isForward;

    public SparseJacobians(SparsityPattern pattern)
    {
        this.pattern = pattern;
        Coloring columns = Coloring.Of(pattern.Rows, pattern.RowCount, pattern.Columns, pattern.ColumnCount);
        Coloring rows = Coloring.Of(pattern.Columns, pattern.ColumnCount, pattern.Rows, pattern.RowCount);
        isForward = columns.Count <= rows.Count;
        coloring = isForward ? columns : rows;
    }

    /// <summary>Number of tangents or cotangents that it takes.</summary>
    public int Groups => coloring.Count;

    /// <summary>The pattern of a function at a point.</summary>
    public static SparsityPattern Pattern(string name, Func<NDArray, NDArray> function, NDArray x)
    {
        using Trace trace = Trace.Open(name);
        NDArray input = Traced(name, x, trace), y = Result(name, function, x, input);
        NDArray?[] dx = Transposition.Placeholders([input], [true], name);
        NDArray? dy = Forward.Push([input], dx, [y])[0];
        int columns = checked((int)x.Size), rows = checked((int)y.Size);
        if (dy is null)
            return SparsityPattern.Of(rows, columns, []);
        var varying = new NodeSet();
        GraphSort.Between([input.Node], [dy.Node], varying);
        int[][] own = [.. Enumerable.Range(0, columns).Select(i => new[] { i })];
        int[][]? sets = new IndexPropagation(varying).Through([dx[0]!.Node], [own], [dy.Node])[0];
        return sets is null ? SparsityPattern.Of(rows, columns, []) : SparsityPattern.Of(sets, columns);
    }

    /// <summary>The Jacobian at a point.</summary>
    public SparseMatrix At(Func<NDArray, NDArray> function, NDArray x)
    {
        const string name = "SparseJacobian";
        using Trace trace = Trace.Open(name);
        NDArray input = Traced(name, x, trace), y = Result(name, function, x, input);
        if (y.Size != pattern.RowCount || x.Size != pattern.ColumnCount)
            throw new ArgumentException($"{name}: the pattern is one of {pattern.RowCount} rows and {pattern.ColumnCount} columns; a result of shape {y.Shape} and an argument of shape {x.Shape} have {y.Size} and {x.Size}.", nameof(x));
        if (pattern.Count == 0)
            return new SparseMatrix(pattern, Mx.Zeros(0, y.DType));
        NDArray groups = isForward ? Pushed(name, input, y) : Pulled(name, input, y);
        return new SparseMatrix(pattern, Mx.AsType(Mx.Take(Mx.Flatten(groups), Places()), y.DType).Share());
    }

    private static NDArray Traced(string name, NDArray x, Trace trace) => x.DType.IsFloating
        ? Alias.Of(LiteralArguments.Exact([x]), trace)[0]
        : throw new ArgumentException($"{name}: the argument is {x.DType.Name()}; it must be real and floating.", nameof(x));

    private static NDArray Result(string name, Func<NDArray, NDArray> function, NDArray x, NDArray input)
    {
        NDArray y = FunctionResults.Of(name, LiteralArguments.Seeing(v => Jacobian.One(function(v[0])), [x])([input.Share()]))[0];
        return y.DType.IsFloating ? y : throw new ArgumentException($"{name}: the result is {y.DType.Name()}; it must be real and floating.", nameof(function));
    }

    private NDArray Pushed(string name, NDArray x, NDArray y) => Jacobian.Push(name, [x], [Seeds(x)], [y], _ => 0)[0];

    private NDArray Pulled(string name, NDArray x, NDArray y)
    {
        Batched ct = Batching.Through(seed => [Tangents.OrZeros(Reverse.Pull([x], [true], [y], [seed[0]])[0], x.Spec)], [Seeds(y)], [0], name)[0];
        return Batching.Spread(ct.Array, ct.Axis, 0, Groups);
    }

    // For each group a one at each of its members.
    private NDArray Seeds(NDArray like)
    {
        NDArray colors = NDArray.Copy<int>(coloring.Colors, DType.Int32, new Shape([coloring.Colors.Length]));
        NDArray isMember = Mx.Equal(Mx.ExpandDims(Mx.Arange(Groups), 1), colors);
        return Mx.Reshape(Mx.AsType(isMember, like.DType), like.Shape.Insert(0, Groups));
    }

    // Where the value of each place of the pattern stands among the results of all groups.
    private NDArray Places()
    {
        (IReadOnlyList<int> members, IReadOnlyList<int> others, int count) =
            isForward ? (pattern.Columns, pattern.Rows, pattern.RowCount) : (pattern.Rows, pattern.Columns, pattern.ColumnCount);
        var places = new long[pattern.Count];
        for (int i = 0; i < places.Length; i++)
            places[i] = ((long)coloring.Colors[members[i]] * count) + others[i];
        return NDArray.Copy<long>(places, DType.Int64, new Shape([places.Length]));
    }
}
