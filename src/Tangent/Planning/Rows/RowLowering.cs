using Tangent.Kernels;

namespace Tangent;

/// <summary>Makes a row-wise kernel from operations: maps, folds along the last axes, and views that repeat their results.</summary>
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
    private readonly RowValue?[] values;

    private RowLowering(Shape shape, int lead, PlanGraph graph, PlanValue[] inputs, PlanValue[] summed)
    {
        this.shape = shape;
        this.lead = lead;
        stages = new(Array.ConvertAll(inputs, input => input.Spec.DType), Array.ConvertAll(summed, value => value.Spec.DType));
        values = new RowValue?[graph.ValueCount];
        for (int i = 0; i < inputs.Length; i++)
            values[inputs[i].Index] = new(Expr.Input(i, inputs[i].Spec.DType), KindOf(inputs[i].Spec.Shape) == RowInput.Number);
    }

    private Shape RowShape => new([.. shape.Skip(lead)]);

    /// <summary>The shape of one number a row, with the row's axes.</summary>
    private Shape NumberShape => new([.. shape.Take(lead), .. Enumerable.Repeat(1, shape.Rank - lead)]);

    /// <summary>The kernel for inputs of the given shapes and types; null if the composition is not of that form, or does not gain.</summary>
    public static RowWiseKernel? Of(string name, IRowComposition composition, ArraySpec[] specs)
    {
        NDArray[] x = [.. specs.Select(spec => Placeholder.Of(spec, name))];
        (NDArray rows, NDArray[] summed) = composition.Parts(x);
        Node[] parameters = NDArray.NodesOf(x), sums = NDArray.NodesOf(summed);
        PlanGraph graph = Decomposition.Of([rows.Node, .. sums], parameters);
        Shape shape = specs[0].Shape;
        if (RowAxes(graph, shape) is not { } rowAxes)
            return null;
        // An input that the composition does not read has no value in the graph.
        PlanValue[] inputs = Array.ConvertAll(parameters, node => graph.Find(node) ?? graph.NewValue(node.Spec));
        PlanValue[] totals = Array.ConvertAll(sums, node => graph[node]);
        var lowering = new RowLowering(shape, shape.Rank - rowAxes, graph, inputs, totals);
        bool areKnown = Array.TrueForAll(specs, spec => lowering.KindOf(spec.Shape) is not null);
        return areKnown && lowering.TryAdd(graph.Operations) ? lowering.Finish(graph[rows.Node], totals, specs) : null;
    }

    // The axes of the first fold, if they are the last ones and rows of a good length.
    private static int? RowAxes(PlanGraph graph, Shape shape)
    {
        if (graph.Operations.Find(operation => operation.Kernel is FoldKernel)?.Kernel is not FoldKernel fold)
            return null;
        int axes = fold.Axes.Length;
        long length = 1;
        foreach (int axis in fold.Axes)
            length *= shape[axis];
        bool fits = fold.Axes.SequenceEqual(Enumerable.Range(shape.Rank - axes, axes))
            && length is >= ShortestRow and <= LongestRow && shape.Size / length >= FewestRows;
        return fits ? axes : null;
    }

    private bool TryAdd(List<PlanOperation> operations)
    {
        foreach (PlanOperation operation in operations)
        {
            if (ValueOf(operation) is not { } value)
                return false;
            values[operation.Output.Index] = value;
        }
        return true;
    }

    private RowValue? ValueOf(PlanOperation operation) => operation.Kernel switch
    {
        MapKernel map => Map(map.Body, operation),
        FoldKernel fold => Fold(fold, operation.Inputs[0]),
        ViewKernel => View(operation),
        _ => null,
    };

    private RowValue Of(PlanValue value) =>
        value.Literal is { } literal ? new(Expr.Constant(literal.DType, literal.Bits), true) : values[value.Index]!.Value;

    private RowValue Map(Program body, PlanOperation operation)
    {
        PlanValue[] inputs = operation.Inputs;
        bool isNumber = Array.TrueForAll(inputs, input => Of(input).IsNumber);
        if (!isNumber)
            foreach (PlanValue input in inputs)
                if (Of(input) is { IsNumber: true, IsReady: false } number)
                    values[input.Index] = stages.Map(number);
        var value = new RowValue(body.Of(Array.ConvertAll(inputs, input => Of(input).Body)), isNumber);
        // What costs more than a trip through the cache is computed once.
        return !isNumber && operation.Output.Readings > 1 && Array.Exists(body.Instructions, step => ScalarOperations.Of(step.Op).IsFunction) ? stages.Map(value) : value;
    }

    private RowValue? Fold(FoldKernel fold, PlanValue input)
    {
        bool isRow = input.Spec.Shape == shape && fold.Axes.SequenceEqual(Enumerable.Range(lead, shape.Rank - lead));
        return isRow && !Of(input).IsNumber ? stages.Fold(fold.Op, Of(input)) : null;
    }

    // A view may put back the axes that a fold took away, and repeat its results along them; literals are alike everywhere.
    private RowValue? View(PlanOperation view)
    {
        RowValue value = Of(view.Inputs[0]);
        (Shape from, Shape to) = (view.Inputs[0].Spec.Shape, view.Output.Spec.Shape);
        bool isSame = to == from && view.Kernel is ReshapeView or BroadcastView;
        bool putsBack = view.Kernel is ReshapeView && IsNumberShape(from) && IsNumberShape(to);
        bool repeats = view.Kernel is BroadcastView && to == shape && from == (value.IsNumber ? NumberShape : RowShape);
        return value.Body.Op == ScalarOp.Constant || isSame || repeats || (value.IsNumber && putsBack) ? value : null;
    }

    private bool IsNumberShape(Shape x) => x == NumberShape || x == new Shape([.. shape.Take(lead)]);

    private RowWiseKernel Finish(PlanValue rows, PlanValue[] summed, ArraySpec[] inputs)
    {
        for (int i = 0; i < summed.Length; i++)
            stages.AddTo(i, Of(summed[i]));
        RowInput[] kinds = Array.ConvertAll(inputs, input => KindOf(input.Shape)!.Value);
        return new RowWiseKernel(shape.Rank - lead, kinds, Array.ConvertAll(summed, value => value.Spec.DType), stages.Finish(Of(rows)));
    }

    private RowInput? KindOf(Shape input) =>
        input == shape ? RowInput.Row : input == NumberShape ? RowInput.Number : input == RowShape ? RowInput.SameRow : null;
}
