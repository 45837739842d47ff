using Tangent.Kernels;

namespace Tangent;

/// <summary>Makes a stage of steps that run in one pass over a row, or on numbers before it.</summary>
internal static class RowPass
{
    /// <summary>
    /// The stage of steps in order, which read each other without storing; <paramref name="types"/> are those of all values,
    /// of which those in <paramref name="stored"/> are needed elsewhere.
    /// </summary>
    public static RowStage Stage(List<RowStep> steps, DType[] types, HashSet<int> stored)
    {
        var builder = new ProgramBuilder();
        var written = new List<RowStep>();
        var outputs = new List<int>();
        foreach (RowStep step in steps)
        {
            int output = builder.Add(step.Body);
            if (step.Fold is null)
                builder.Define(step.Result, output);
            if (!stored.Contains(step.Value))
                continue;
            written.Add(step);
            outputs.Add(output);
        }
        return Stage(builder.Build(types, [.. outputs]), types, written, steps[0].IsOnNumbers);
    }

    /// <summary>The inputs that a program reads.</summary>
    public static int[] Reads(Program program) =>
        [.. program.Instructions.Where(step => step.Op == ScalarOp.Input).Select(step => (int)step.Bits).Distinct()];

    private static RowStage Stage(Program wide, DType[] types, List<RowStep> written, bool isOnNumbers)
    {
        int[] reads = Reads(wide);
        Instruction[] instructions = [.. wide.Instructions.Select(step =>
            step.Op == ScalarOp.Input ? step with { Bits = (ulong)Array.IndexOf(reads, (int)step.Bits) } : step)];
        var program = new Program(instructions, [.. reads.Select(read => types[read])], wide.Outputs, [.. written.Select(step => step.Fold)]);
        return new RowStage(program, reads, [.. written.Select(step => step.Value)], isOnNumbers);
    }
}
