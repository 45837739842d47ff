using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Updates of an array one after another in one block of memory, as the cotangent of a loop over the rows of an array is made of.
/// Those between get no value: nothing but the next update is made from them.
/// </summary>
internal sealed class UpdateChain
{
    private readonly Step first;
    private readonly int count = 1;
    private readonly Node origin;
    private readonly Constant? literal;

    /// <summary>The chain that ends with a node whose primitive is an <see cref="IUpdate"/>.</summary>
    public UpdateChain(Node last, Node[] inputs)
    {
        first = new(last, inputs, null);
        origin = inputs[0];
        while (origin.Inputs is [var next, ..] before && origin.Value is null && (origin.Primitive is After { Required: false } || HasOneReader(origin)))
        {
            if (origin.Primitive is IUpdate)
            {
                first = new(origin, before, first);
                count++;
            }
            origin = next;
        }
        literal = Constant.Behind(origin);
    }

    /// <summary>What is written and where, of all updates, and the array that they begin with.</summary>
    public Node[] Inputs()
    {
        var inputs = new List<Node>(count + 1);
        for (Step? step = first; step is not null; step = step.Next)
            inputs.AddRange(step.Inputs.AsSpan(1));
        if (literal is null)
            inputs.Add(origin);
        return [.. inputs];
    }

    /// <summary>The array after the last update.</summary>
    public BufferView Run()
    {
        var layout = Layout.RowMajor(origin.Shape.Lengths);
        BufferView result = Machine.Device.Allocate(origin.DType, layout);
        BufferView x = literal?.Allocate(new Layout(layout.Shape, new long[layout.Shape.Length], 0)) ?? origin.Value!;
        for (Step? step = first; step is not null; step = step.Next)
        {
            (Node update, Node[] inputs) = (step.Update, step.Inputs);
            var values = new BufferView[inputs.Length];
            values[0] = x;
            for (int i = 1; i < values.Length; i++)
                values[i] = inputs[i].Value!;
            Machine.Device.Run(update.Primitive.Lower(inputs, update.Spec), values, [result]);
            x = result;
        }
        return result;
    }

    // The inputs are read once: another thread that stores a value empties them. A list of thousands would be a large object.
    private sealed record Step(Node Update, Node[] Inputs, Step? Next);

    private static bool HasOneReader(Node node) => node.Primitive is IUpdate && node.Readers is { HasOneConsumer: true };
}
