using Tangent.Kernels;

namespace Tangent;

/// <summary>Makes a row-wise kernel from a composition of maps, folds along the last axes, and views that repeat their results.</summary>
internal sealed class RowLowering
{
    /// <summary>Shorter rows do not pay for the calls that each of them costs.</summary>
    private const long ShortestRow = 64;

    /// <summary>Rows must leave room for their intermediate values in the second-level cache.</summary>
    private const long LongestRow = 32 * 1024;

    /// <summary>Fewer rows do not keep all threads busy.</summary>
    private const long FewestRows = 8;

    private readonly Shape shape;
    private readonly int lead;
    private readonly RowStages stages;
    private readonly Dictionary<Node, RowValue> values = [];
    private readonly Dictionary<Node, int> readers = [];

    private RowLowering(Shape shape, int lead, NDArray[] inputs, NDArray[] summed)
    {
        this.shape = shape;
        this.lead = lead;
        stages = new([.. inputs.Select(input => input.DType)], [.. summed.Select(array => array.DType)]);
        for (int i = 0; i < inputs.Length; i++)
            values[inputs[i].Node] = new(Expr.Input(i, inputs[i].DType), KindOf(inputs[i].Shape) == RowInput.Number);
    }

    private Shape RowShape => new([.. shape.Skip(lead)]);

    /// <summary>The shape of one number a row, with the row's axes.</summary>
    private Shape NumberShape => new([.. shape.Take(lead), .. Enumerable.Repeat(1, shape.Rank - lead)]);

    /// <summary>The kernel for inputs of the given shapes and types; null if the composition is not of that form, or does not gain.</summary>
    public static RowWiseKernel? Of(RowComposite composite, ArraySpec[] inputs)
    {
        NDArray[] x = [.. inputs.Select(spec => Placeholder.Of(spec, composite.Name))];
        (NDArray rows, NDArray[] summed) = composite.Parts(x);
        List<Node> order = GraphSort.Order<Node>([rows.Node, .. summed.Select(array => array.Node)], Inputs);
        Shape shape = inputs[0].Shape;
        if (RowAxes(order, shape) is not { } rowAxes)
            return null;
        var lowering = new RowLowering(shape, shape.Rank - rowAxes, x, summed);
        bool areKnown = Array.TrueForAll(inputs, spec => lowering.KindOf(spec.Shape) is not null);
        return areKnown && lowering.TryAdd(order) ? lowering.Finish(rows.Node, [.. summed.Select(array => array.Node)], x) : null;
    }

    private static Node[] Inputs(Node node) => Other(node) is { } other ? [other] : node.Inputs;

    private static Node? Other(Node node) =>
        StandIn.Of(node) ?? (node.Primitive is Composite ? Expansion.Of(node)!.Results[0].Node : null);

    // The axes of the first fold, if they are the last ones and rows of a good length.
    private static int? RowAxes(List<Node> order, Shape shape)
    {
        foreach (Node node in order)
            if (Other(node) is null && node.Primitive is not (Placeholder or Constant) && node.Primitive.Lower(node.Inputs, node.Spec) is FoldKernel fold)
            {
                int axes = fold.Axes.Length;
                long length = 1;
                foreach (int axis in fold.Axes)
                    length *= shape[axis];
                bool fits = fold.Axes.SequenceEqual(Enumerable.Range(shape.Rank - axes, axes))
                    && length is >= ShortestRow and <= LongestRow && shape.Size / length >= FewestRows;
                return fits ? axes : null;
            }
        return null;
    }

    private bool TryAdd(List<Node> order)
    {
        foreach (Node node in order)
            foreach (Node input in Inputs(node))
                readers[input] = readers.GetValueOrDefault(input) + 1;
        foreach (Node node in order)
        {
            if (values.ContainsKey(node))
                continue;
            if (ValueOf(node) is not { } value)
                return false;
            values[node] = value;
        }
        return true;
    }

    private RowValue? ValueOf(Node node)
    {
        if (Other(node) is { } other)
            return values[other];
        if (node.Primitive is Constant literal)
            return new RowValue(Expr.Constant(literal.DType, literal.Bits), true);
        return node.Primitive.Lower(node.Inputs, node.Spec) switch
        {
            MapKernel map => Map(map, node),
            FoldKernel fold => Fold(fold, node),
            ViewKernel => View(node),
            _ => null,
        };
    }

    private RowValue Map(MapKernel map, Node node)
    {
        bool isNumber = Array.TrueForAll(node.Inputs, input => values[input].IsNumber);
        if (!isNumber)
            foreach (Node input in node.Inputs)
                if (values[input] is { IsNumber: true, IsReady: false } number)
                    values[input] = stages.Map(number);
        var value = new RowValue(map.Body.Substitute([.. node.Inputs.Select(input => values[input].Body)]), isNumber);
        // What costs more than a trip through the cache is computed once.
        return !isNumber && readers.GetValueOrDefault(node) > 1 && IsFunction(map.Body) ? stages.Map(value) : value;
    }

    private static bool IsFunction(Expr body) => ScalarOperations.Of(body.Op).IsFunction
        || (body.X is { } x && IsFunction(x)) || (body.Y is { } y && IsFunction(y)) || (body.Z is { } z && IsFunction(z));

    private RowValue? Fold(FoldKernel fold, Node node)
    {
        Node input = node.Inputs[0];
        bool isRow = input.Shape == shape && fold.Axes.SequenceEqual(Enumerable.Range(lead, shape.Rank - lead));
        return isRow && !values[input].IsNumber ? stages.Fold(fold.Op, values[input]) : null;
    }

    // A view may put back the axes that a fold took away, and repeat its results along them; literals are alike everywhere.
    private RowValue? View(Node node)
    {
        Node input = node.Inputs[0];
        RowValue value = values[input];
        bool isSame = node.Shape == input.Shape && node.Primitive is Reshape or BroadcastTo;
        bool putsBack = node.Primitive is Reshape && IsNumberShape(input.Shape) && IsNumberShape(node.Shape);
        bool repeats = node.Primitive is BroadcastTo && node.Shape == shape && input.Shape == (value.IsNumber ? NumberShape : RowShape);
        return value.Body.Op == ScalarOp.Constant || isSame || repeats || (value.IsNumber && putsBack) ? value : null;
    }

    private bool IsNumberShape(Shape x) => x == NumberShape || x == new Shape([.. shape.Take(lead)]);

    private RowWiseKernel Finish(Node rows, Node[] summed, NDArray[] inputs)
    {
        for (int i = 0; i < summed.Length; i++)
            stages.AddTo(i, values[summed[i]]);
        RowInput[] kinds = [.. inputs.Select(input => KindOf(input.Shape)!.Value)];
        return new RowWiseKernel(shape.Rank - lead, kinds, [.. summed.Select(node => node.DType)], stages.Finish(values[rows]));
    }

    private RowInput? KindOf(Shape input) =>
        input == shape ? RowInput.Row : input == NumberShape ? RowInput.Number : input == RowShape ? RowInput.SameRow : null;
}
