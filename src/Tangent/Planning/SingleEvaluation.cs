using Tangent.Kernels;

namespace Tangent;

/// <summary>Evaluates a node without a plan, where it takes one operation on what is there, or on views of it.</summary>
internal static class SingleEvaluation
{
    /// <summary>Gives the node its value; false, and nothing done, if it takes more than one operation.</summary>
    public static bool TryRun(Node root)
    {
        // The inputs are read first: another thread that stores a value empties them only afterwards.
        Node[] inputs = root.Inputs;
        if (root.Value is not null)
            return true;
        if (!IsOne(root, inputs))
            return false;
        var values = new BufferView[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            if (Value(inputs[i]) is { } value)
                values[i] = value;
            else
                return false;
        root.SetValue(root.Primitive is Constant literal ? literal.Allocate() : Compute(root, inputs, values));
        foreach (Node input in inputs)
            input.ReleaseInputs();
        return true;
    }

    private static bool IsOne(Node node, Node[] inputs) =>
        !node.Primitive.HasEffect && node.Primitive is not (Output or Alias) && (node.Primitive is not Composite composite || composite.HasKernel(inputs));

    // The value of an input, or null if computing it takes more than a view.
    private static BufferView? Value(Node node)
    {
        Node[] inputs = node.Inputs;
        if (node.Value is { } value)
            return value;
        if (node.Primitive is Constant literal)
            node.SetValue(literal.Allocate());
        else if (node.Primitive.IsView && inputs is [{ Value: { } source }] && node.Primitive.Lower(inputs, node.Spec) is ViewKernel view)
            node.SetValue(View(view, node, source));
        return node.Value;
    }

    private static BufferView Compute(Node node, Node[] inputs, BufferView[] values)
    {
        Kernel kernel = node.Primitive.Lower(inputs, node.Spec);
        return kernel is ViewKernel view ? View(view, node, values[0]) : Run(kernel, node, values);
    }

    private static BufferView View(ViewKernel view, Node node, BufferView x) =>
        ViewLayout.Of(view, x.Layout) is { } layout ? x.With(layout) : Run(RowMajorKernel.Instance, node, [x]);

    private static BufferView Run(Kernel kernel, Node node, BufferView[] inputs)
    {
        BufferView result = Device.Current.Allocate(node.DType, Layout.RowMajor(node.Shape.Lengths));
        Device.Current.Run(kernel, inputs, [result]);
        return result;
    }
}
