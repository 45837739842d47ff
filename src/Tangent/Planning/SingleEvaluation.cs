using Tangent.Kernels;

namespace Tangent;

/// <summary>Evaluates one node whose inputs have values.</summary>
internal static class SingleEvaluation
{
    /// <summary>Gives a node its value, if that takes one operation on what is there, or on views of it; false, and nothing done, if it takes more.</summary>
    public static bool TryRun(Node root)
    {
        // The inputs are read first: another thread that stores a value empties them only afterwards.
        Node[] inputs = root.Inputs;
        if (root.Value is not null)
            return true;
        if (root.Primitive is Output or Alias or Placeholder || root.Primitive.HasEffect || root.Primitive is Composite composite && !composite.HasKernel(inputs))
            return false;
        foreach (Node input in inputs)
            if (!IsAtHand(input))
                return false;
        Run(root);
        foreach (Node input in inputs)
            input.ReleaseInputs();
        return true;
    }

    /// <summary>Gives a node its value; its inputs have theirs.</summary>
    public static void Run(Node node)
    {
        // As above.
        Node[] inputs = node.Inputs;
        if (node.Value is not null)
            return;
        if (node.Primitive is Constant literal)
        {
            node.SetValue(literal.Allocate());
            return;
        }
        Kernel kernel = node.Primitive.Lower(inputs, node.Spec);
        var values = new BufferView[inputs.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = inputs[i].Value!;
        node.SetValue(kernel is ViewKernel view ? View(view, node, values[0]) : Run(kernel, node, values));
    }

    private static bool IsAtHand(Node node)
    {
        // As above.
        Node[] inputs = node.Inputs;
        // A literal has a value or not by chance: it may be that of another array too.
        if (node.Value is null && (node.Primitive is Constant || (node.Primitive.IsView && inputs is [{ Value: not null, Primitive: not Constant }])))
            Run(node);
        return node.Value is not null;
    }

    private static BufferView View(ViewKernel view, Node node, BufferView x) =>
        ViewLayout.Of(view, x.Layout) is { } layout ? x.With(layout) : Run(RowMajorKernel.Instance, node, [x]);

    private static BufferView Run(Kernel kernel, Node node, BufferView[] inputs)
    {
        try
        {
            BufferView result = Machine.Device.Allocate(node.DType, Layout.RowMajor(node.Shape.Lengths));
            Machine.Device.Run(kernel, inputs, [result]);
            return result;
        }
        catch (InsufficientMemoryException error)
        {
            throw MemoryErrors.In(node.Primitive.Name, node.Spec, error);
        }
    }
}
