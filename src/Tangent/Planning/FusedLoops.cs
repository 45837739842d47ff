using Tangent.Kernels;

namespace Tangent;

/// <summary>Makes the bodies of the fused loops of a plan.</summary>
internal sealed class FusedLoops(PlanGraph graph)
{
    // By the index of a value: one more than the step that computes it, and than the place among the inputs of the loop in
    // progress.
    private readonly int[] steps = new int[graph.ValueCount];
    private readonly int[] places = new int[graph.ValueCount];
    private readonly Stack<PlanOperation> stack = new();

    /// <summary>The loop of a group; its first input is <paramref name="first"/>, if that is given.</summary>
    public FusedLoop Of(FusedGroup group, PlanValue? first = null)
    {
        PlanValue[] inputs = [.. group.Inputs];
        if (first is not null)
            (inputs[0], inputs[group.Inputs.IndexOf(first)]) = (first, inputs[0]);
        for (int i = 0; i < inputs.Length; i++)
            places[inputs[i].Index] = i + 1;
        var literals = new LiteralInputs(inputs.Length);
        var builder = new ProgramBuilder();
        var outputs = new int[group.Outputs.Count];
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = Add(group.Outputs[i].Producer!, builder, literals);
        PlanValue[] all = [.. inputs, .. literals.Values(graph, group.Shape)];
        return new(builder.Build(Array.ConvertAll(all, input => input.Spec.DType), outputs), all);
    }

    // The step that computes a member; before it those that only it and later ones need. Long chains need no deep stack.
    private int Add(PlanOperation root, ProgramBuilder builder, LiteralInputs literals)
    {
        stack.Push(root);
        while (stack.TryPeek(out PlanOperation? operation))
        {
            ref int step = ref steps[operation.Output.Index];
            if (step == 0 && PushArguments(operation))
                continue;
            stack.Pop();
            if (step == 0)
                step = 1 + Step(operation, builder, literals);
        }
        return steps[root.Output.Index] - 1;
    }

    private bool PushArguments(PlanOperation operation)
    {
        int before = stack.Count;
        for (int i = operation.Inputs.Length - 1; i >= 0; i--)
            if (operation.Inputs[i] is { Literal: null, Producer: { } producer } input && producer.Group == operation.Group && steps[input.Index] == 0)
                stack.Push(producer);
        return stack.Count > before;
    }

    private int Step(PlanOperation operation, ProgramBuilder builder, LiteralInputs literals)
    {
        PlanValue[] inputs = operation.Inputs;
        Span<int> arguments = stackalloc int[3];
        for (int i = 0; i < inputs.Length; i++)
        {
            PlanValue input = inputs[i];
            arguments[i] = input.Literal is { } literal ? builder.Add(literals.Find(literal))
                : input.Producer is { } producer && producer.Group == operation.Group ? steps[input.Index] - 1
                : builder.Add(Instruction.Input(places[input.Index] - 1, input.Spec.DType));
        }
        Program body = ((MapKernel)operation.Kernel).Body;
        return Rounded(body.Instructions[body.Outputs[0]], builder.Add(body, arguments), builder);
    }

    // 16-bit types compute in float32. Each operation rounds, fused or not: a value must not depend on what was fused.
    private static int Rounded(Instruction result, int step, ProgramBuilder builder) =>
        result.DType.IsHalf && result.Op is not (ScalarOp.Cast or ScalarOp.Input or ScalarOp.Constant)
            ? builder.Add(Instruction.Cast(builder.Add(Instruction.Cast(step, DType.Float32)), result.DType))
            : step;
}
