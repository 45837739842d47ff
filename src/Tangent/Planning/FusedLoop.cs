using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The body of a fused loop. Its literals are inputs like any others, after those in memory: a number that changes from
/// call to call, as a step count does, must not make a new body each time.
/// </summary>
internal sealed class FusedLoop
{
    private readonly BufferView[] literals;

    private FusedLoop(Program program, BufferView[] literals)
    {
        Program = program;
        this.literals = literals;
    }

    /// <summary>What is computed for each element.</summary>
    public Program Program { get; }

    /// <summary>The body of a group.</summary>
    public static FusedLoop Of(FusedGroup group)
    {
        var values = new Dictionary<PlanItem, Expr>();
        for (int i = 0; i < group.Inputs.Count; i++)
            values[group.Inputs[i]] = Expr.Input(i, group.Inputs[i].Node.DType);
        var literals = new LiteralInputs(group.Inputs.Count);
        foreach (PlanItem member in group.Members)
        {
            var arguments = new Expr[member.Inputs.Length];
            for (int i = 0; i < arguments.Length; i++)
                arguments[i] = member.Inputs[i].Literal is { } literal ? literals.Find(literal) : values[member.Inputs[i]];
            values[member] = Rounded(((MapKernel)member.Kernel!).Body.Substitute(arguments));
        }
        var outputs = new Expr[group.Outputs.Count];
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = values[group.Outputs[i]];
        Program program = Program.From(InputTypes(group, literals), outputs);
        return new FusedLoop(program, literals.Views(group.Members[0].Node.Shape));
    }

    private static DType[] InputTypes(FusedGroup group, LiteralInputs literals)
    {
        int inMemory = group.Inputs.Count;
        var types = new DType[inMemory + literals.Count];
        for (int i = 0; i < types.Length; i++)
            types[i] = i < inMemory ? group.Inputs[i].Node.DType : literals[i - inMemory].DType;
        return types;
    }

    // 16-bit types compute in float32. Each operation rounds, fused or not: a value must not depend on what was fused.
    private static Expr Rounded(Expr value) =>
        value.DType.IsHalf && value.Op is not (ScalarOp.Cast or ScalarOp.Input or ScalarOp.Constant)
            ? Expr.Cast(Expr.Cast(value, DType.Float32), value.DType)
            : value;

    /// <summary>The body that only reads one input.</summary>
    public static FusedLoop Identity(DType dtype) => new(Program.From([dtype], Expr.Input(0, dtype)), []);

    /// <summary>All inputs of the body, those in memory given.</summary>
    public BufferView[] Inputs(BufferView[] memory) => literals.Length == 0 ? memory : [.. memory, .. literals];
}
