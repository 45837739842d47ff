using System.Text;
using Tangent.Kernels;

namespace Tangent;

/// <summary>Writes the operations of a plan, or of any stage of its making, a line each.</summary>
internal static class PlanText
{
    /// <summary>Operations: what they make, the kernel, what they read, and whose memory is free afterwards.</summary>
    public static string Of(IEnumerable<PlanOperation> operations)
    {
        var text = new StringBuilder();
        foreach (PlanOperation operation in operations)
        {
            text.Append(string.Join(", ", operation.Outputs.Select(output => $"v{output.Index} {output.Spec}"))).Append(" = ");
            text.Append(operation.Kernel).Append('(').AppendJoin(", ", operation.Inputs.Select(Name)).Append(')');
            if (operation.Overwritten is { } first)
                text.Append(" in the memory of ").Append(Name(first));
            if (operation.HasDead)
                text.Append("  frees ").AppendJoin(", ", operation.Dead.Select(Name));
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>What outlives the plan, or may.</summary>
    public static string OfKept(PlanGraph graph) =>
        string.Concat(graph.Kept.Select(node => graph[node]).Distinct().Select(value => $"{Name(value)} {value.Keeping}\n"));

    /// <summary>Loops: the stage in which they run, what they compute, and what of it they store.</summary>
    public static string Of(IEnumerable<FusedGroup> groups) => string.Concat(groups.Select(group =>
        $"stage {group.Members[0].Stage}: {string.Join(", ", group.Members.Select(member => Name(member.Output)))}"
        + $" of {string.Join(", ", group.Inputs.Select(Name))}, stores {string.Join(", ", group.Outputs.Select(Name))}\n"));

    private static string Name(PlanValue value) => value.Literal is { } literal ? ProgramText.OfLiteral(literal.DType, literal.Bits)
        : ReferenceEquals(value, value.Owner) ? $"v{value.Index}"
        : $"v{value.Owner.Index}{value.Spec.Shape}";
}
