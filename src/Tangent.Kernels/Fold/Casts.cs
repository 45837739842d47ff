namespace Tangent.Kernels;

/// <summary>Programs that convert.</summary>
internal static class Casts
{
    /// <summary>The conversion of one input.</summary>
    public static Program Of(DType from, DType to) => Program.From([from], Expr.Cast(Expr.Input(0, from), to));

    /// <summary>A program of one output, which is rounded to its type, as if it were stored, and converted.</summary>
    public static Program AfterOutput(Program program, DType to)
    {
        List<Instruction> instructions = [.. program.Instructions];
        Instruction output = instructions[program.Outputs[0]];
        bool isRounded = output.Op is ScalarOp.Input or ScalarOp.Constant or ScalarOp.Cast;
        if (!isRounded)
            instructions.Add(new Instruction(ScalarOp.Cast, output.DType, program.Outputs[0], -1, -1, 0));
        int last = isRounded ? program.Outputs[0] : instructions.Count - 1;
        instructions.Add(new Instruction(ScalarOp.Cast, to, last, -1, -1, 0));
        return new Program([.. instructions], program.Inputs, [instructions.Count - 1]);
    }
}
