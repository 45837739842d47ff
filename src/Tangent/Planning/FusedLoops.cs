using Tangent.Kernels;

namespace Tangent;

/// <summary>Makes the bodies of the groups of a plan, which has so many items.</summary>
internal sealed class FusedLoops(int items)
{
    // By the index of an item: one more than the step that computes it, and than the place among the inputs of the group
    // in progress.
    private readonly int[] steps = new int[items];
    private readonly int[] places = new int[items];
    private readonly Stack<PlanItem> stack = new();

    /// <summary>The body of a group.</summary>
    public FusedLoop Of(FusedGroup group)
    {
        for (int i = 0; i < group.Inputs.Count; i++)
            places[group.Inputs[i].Index] = i + 1;
        var literals = new LiteralInputs(group.Inputs.Count);
        var builder = new ProgramBuilder();
        var outputs = new int[group.Outputs.Count];
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = Add(group.Outputs[i], builder, literals);
        Program program = builder.Build(InputTypes(group, literals), outputs);
        return new FusedLoop(program, literals.Views(group.Members[0].Node.Shape));
    }

    // The step that computes a member; before it those that only it and later ones need. Long chains need no deep stack.
    private int Add(PlanItem root, ProgramBuilder builder, LiteralInputs literals)
    {
        stack.Push(root);
        while (stack.TryPeek(out PlanItem? item))
        {
            if (steps[item.Index] == 0 && PushArguments(item))
                continue;
            stack.Pop();
            if (steps[item.Index] == 0)
                steps[item.Index] = 1 + Step(item, builder, literals);
        }
        return steps[root.Index] - 1;
    }

    private bool PushArguments(PlanItem item)
    {
        int before = stack.Count;
        for (int i = item.Inputs.Length - 1; i >= 0; i--)
            if (item.Inputs[i] is { Literal: null } input && input.Group == item.Group && steps[input.Index] == 0)
                stack.Push(input);
        return stack.Count > before;
    }

    private int Step(PlanItem item, ProgramBuilder builder, LiteralInputs literals)
    {
        var arguments = new int[item.Inputs.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            PlanItem input = item.Inputs[i];
            arguments[i] = input.Literal is { } literal ? builder.Add(literals.Find(literal))
                : input.Group == item.Group ? steps[input.Index] - 1
                : builder.Add(Instruction.Input(places[input.Index] - 1, input.Node.DType));
        }
        Expr body = ((MapKernel)item.Kernel!).Body;
        return Rounded(body, builder.Add(body, arguments), builder);
    }

    // 16-bit types compute in float32. Each operation rounds, fused or not: a value must not depend on what was fused.
    private static int Rounded(Expr body, int step, ProgramBuilder builder) =>
        body.DType.IsHalf && body.Op is not (ScalarOp.Cast or ScalarOp.Input or ScalarOp.Constant)
            ? builder.Add(Instruction.Cast(builder.Add(Instruction.Cast(step, DType.Float32)), body.DType))
            : step;

    private static DType[] InputTypes(FusedGroup group, LiteralInputs literals)
    {
        int inMemory = group.Inputs.Count;
        var types = new DType[inMemory + literals.Count];
        for (int i = 0; i < types.Length; i++)
            types[i] = i < inMemory ? group.Inputs[i].Node.DType : literals[i - inMemory].DType;
        return types;
    }
}
