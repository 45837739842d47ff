namespace Tangent.Kernels;

/// <summary>Programs that convert.</summary>
internal static class Casts
{
    /// <summary>The conversion of one input.</summary>
    public static Program Of(DType from, DType to) => Program.From([from], Expr.Cast(Expr.Input(0, from), to));

    /// <summary>A program of one output, which is converted.</summary>
    public static Program AfterOutput(Program program, DType to)
    {
        int step = program.Instructions.Length;
        var cast = new Instruction(ScalarOp.Cast, to, program.Outputs[0], -1, -1, 0);
        return new Program([.. program.Instructions, cast], program.Inputs, [step]);
    }
}
