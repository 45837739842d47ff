using Tangent.Kernels;

namespace Tangent;

/// <summary>Evaluates one node whose inputs have values.</summary>
internal static class SingleEvaluation
{
    // More programs than this are hardly reused.
    private static readonly BoundedTable<Primitive, ProgramsOfTypes> Programs = new(limit: 1024);

    /// <summary>Gives the node its value.</summary>
    public static void Run(Node node)
    {
        // The inputs are read first: another thread that stores the value empties them only afterwards.
        Node[] inputs = node.Inputs;
        if (node.Value is not null)
            return;
        node.SetValue(StandIn.Of(node) is { } other ? other.Value! : Compute(node, inputs));
    }

    private static BufferView Compute(Node node, Node[] inputs)
    {
        if (node.Primitive is Constant literal)
            return literal.Allocate();
        if (inputs.Length is 0 or > 2)
            return Compute(node.Primitive.Lower(inputs, node.Spec), node, inputs);
        if (Programs.TryGet(node.Primitive, out ProgramsOfTypes? programs) && programs.Find(inputs) is { } program)
            return Map(program, node, inputs);
        Kernel kernel = node.Primitive.Lower(inputs, node.Spec);
        if (kernel is not MapKernel map)
            return Compute(kernel, node, inputs);
        programs ??= Programs.Add(node.Primitive, new ProgramsOfTypes());
        return Map(programs.Add(inputs, ProgramOf(map, inputs)), node, inputs);
    }

    private static BufferView Compute(Kernel kernel, Node node, Node[] inputs) => kernel switch
    {
        ViewKernel view => View(view, node, inputs[0].Value!),
        MapKernel map => Map(ProgramOf(map, inputs), node, inputs),
        FoldKernel fold => Fold(fold, node, inputs),
        _ => Filled((BufferKernel)kernel, node, inputs),
    };

    private static Program ProgramOf(MapKernel map, Node[] inputs) => Program.From(Types(inputs), map.Body);

    private static DType[] Types(Node[] inputs)
    {
        var types = new DType[inputs.Length];
        for (int i = 0; i < types.Length; i++)
            types[i] = inputs[i].DType;
        return types;
    }

    private static BufferView Map(Program program, Node node, Node[] inputs)
    {
        BufferView result = Allocate(node);
        MapExecutor.Run(program, Values(inputs), [result]);
        return result;
    }

    private static BufferView View(ViewKernel view, Node node, BufferView x)
    {
        if (view.Apply(x.Layout) is { } layout)
            return x.With(layout);
        BufferView copy = Allocate(node);
        CopyExecutor.Run(x, copy.With(Layout.RowMajor(x.Layout.Shape)));
        return copy;
    }

    private static BufferView Fold(FoldKernel fold, Node node, Node[] inputs)
    {
        BufferView result = Allocate(node);
        FoldExecutor.Run(fold.Op, FusedLoop.Identity(inputs[0].DType).Program, Values(inputs), fold.Axes, result);
        return result;
    }

    private static BufferView Filled(BufferKernel kernel, Node node, Node[] inputs)
    {
        BufferView result = Allocate(node);
        kernel.Run(Values(inputs), [result]);
        return result;
    }

    private static BufferView Allocate(Node node) => BufferView.Allocate(node.DType, node.Shape.Lengths);

    private static BufferView[] Values(Node[] inputs)
    {
        var values = new BufferView[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            values[i] = inputs[i].Value!;
        return values;
    }
}
