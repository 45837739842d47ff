using Tangent.Kernels;

namespace Tangent;

/// <summary>Elementwise operations of one shape that run as one loop, or as the inner part of a fold.</summary>
internal sealed class FusedGroup
{
    /// <summary>The most operations in one loop: beyond it registers spill and compiling takes longer than it saves.</summary>
    public const int Limit = 128;

    /// <summary>The operations, in order of dependence.</summary>
    public List<PlanItem> Members { get; } = [];

    /// <summary>Values read from memory.</summary>
    public List<PlanItem> Inputs { get; } = [];

    /// <summary>Members whose value is stored.</summary>
    public List<PlanItem> Outputs { get; } = [];

    /// <summary>The fold that takes this loop as its inner part.</summary>
    public PlanItem? Fold { get; set; }

    /// <summary>The loop body.</summary>
    public Program Compile()
    {
        var values = new Dictionary<PlanItem, Expr>();
        for (int i = 0; i < Inputs.Count; i++)
            values[Inputs[i]] = Expr.Input(i, Inputs[i].Node.DType);
        foreach (PlanItem member in Members)
            values[member] = Inline(member, values);
        return Program.From([.. Inputs.Select(item => item.Node.DType)], [.. Outputs.Select(item => values[item])]);
    }

    private static Expr Inline(PlanItem member, Dictionary<PlanItem, Expr> values)
    {
        Expr[] arguments = [.. member.Inputs.Select(input => input.Literal is { } literal
            ? Expr.Constant(literal.DType, literal.Bits)
            : values[input])];
        return ((MapKernel)member.Kernel!).Body.Substitute(arguments);
    }
}
