using System.Collections.Concurrent;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// One elementwise operation whose inputs are all there: run without a plan, so that a scalar operation costs a
/// fraction of a microsecond.
/// </summary>
internal static class DirectEvaluation
{
    /// <summary>More programs than this are hardly reused; then the table starts afresh.</summary>
    private const int Limit = 1024;

    private static readonly ConcurrentDictionary<(Primitive, DType, DType), Program> Programs = new();

    /// <summary>Evaluates the node if it is such an operation.</summary>
    public static bool TryRun(Node node)
    {
        Node[] inputs = node.Inputs;
        if (inputs.Length is 0 or > 2 || !AllReady(inputs) || ProgramOf(node, inputs) is not { } program)
            return false;
        var values = new BufferView[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            values[i] = ValueOf(inputs[i]);
        BufferView result = BufferView.Allocate(node.DType, node.Shape.Lengths);
        MapExecutor.Run(program, values, [result]);
        node.SetValue(result);
        return true;
    }

    private static bool AllReady(Node[] inputs)
    {
        foreach (Node input in inputs)
            if (input.Value is null && input.Primitive is not Constant)
                return false;
        return true;
    }

    private static Program? ProgramOf(Node node, Node[] inputs)
    {
        var key = (node.Primitive, inputs[0].DType, inputs[^1].DType);
        if (Programs.TryGetValue(key, out Program? program))
            return program;
        if (node.Primitive is Composite or Project || node.Primitive.Lower(inputs, node.Spec) is not MapKernel map)
            return null;
        if (Programs.Count >= Limit)
            Programs.Clear();
        return Programs[key] = Program.From([.. inputs.Select(input => input.DType)], map.Body);
    }

    private static unsafe BufferView ValueOf(Node input)
    {
        if (input.Value is { } value)
            return value;
        BufferView literal = BufferView.Allocate(input.DType, Layout.Scalar);
        ulong bits = ((Constant)input.Primitive).Bits;
        new ReadOnlySpan<byte>(&bits, input.DType.Size).CopyTo(new Span<byte>(literal.Pointer, input.DType.Size));
        GC.KeepAlive(literal);
        return literal;
    }
}
