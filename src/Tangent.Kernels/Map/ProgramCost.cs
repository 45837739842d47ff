namespace Tangent.Kernels;

/// <summary>Estimates what an element of a program costs.</summary>
internal static class ProgramCost
{
    // A part for a thread should take ten times what handing it over does, some 5 µs.
    private const long PartNanoseconds = 50_000;

    /// <summary>Elements that are worth a thread of their own.</summary>
    public static long Grain(Program program)
    {
        double nanoseconds = 0.1;
        foreach (Instruction instruction in program.Instructions)
            nanoseconds += instruction.DType.IsComplex ? 10 : Nanoseconds(instruction.Op);
        return (long)(PartNanoseconds / nanoseconds);
    }

    // Per element, at 512 bits and float32.
    private static double Nanoseconds(ScalarOp op) => op switch
    {
        ScalarOp.Input => 0.1,
        ScalarOp.Constant => 0,
        >= ScalarOp.Exp and <= ScalarOp.Sigmoid => 0.4,
        ScalarOp.Power or ScalarOp.Remainder or ScalarOp.ArcTan2 or ScalarOp.LogAddExp => 1,
        _ => 0.05,
    };
}
