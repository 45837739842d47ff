using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Estimates what a program costs.</summary>
internal static class ProgramCost
{
    // Any step on complex numbers.
    private const double ComplexNanoseconds = 10;

    // A part for a thread should take ten times what handing it over does, some 5 µs.
    private const long PartNanoseconds = 50_000;

    // Measured: a function costs 0.4 ns an element in a loop of its own. In one loop with others that depend on it, whose
    // passes the processor can no longer overlap, it costs 0.5 among two to four and 0.7 among six, and 1.6 from ten on,
    // where the compiler stops inlining. A simple step saves 0.03 ns in a common loop.
    private const int AlwaysOneLoop = 2;
    private const int NeverOneLoop = 7;
    private const int SimpleStepsPerFunction = 8;

    // One loop goes through all its inputs and outputs a vector at a time. Too many
    // drive each other out of the cache before the next vector. Measured on masks, where all blocks began at the same place of a page: 17 blocks cost what they
    // weigh, 33 as much as tiles, 49 three times as much.
    private const int MostBlocks = 32;

    /// <summary>Steps that are mathematical functions.</summary>
    public static int Functions(Program program)
    {
        int functions = 0;
        foreach (Instruction step in program.Instructions)
            functions += ScalarOperations.Of(step.Op).IsFunction ? 1 : 0;
        return functions;
    }

    /// <summary>Whether one loop for all steps is faster than a loop for each; <paramref name="scalars"/> are the inputs that are single elements.</summary>
    public static bool FavoursOneLoop(Program program, ulong scalars)
    {
        int blocks = program.Inputs.Length - BitOperations.PopCount(scalars) + program.Outputs.Length;
        if (blocks > MostBlocks)
            return false;
        int functions = Functions(program);
        return functions <= AlwaysOneLoop
            || (functions < NeverOneLoop && program.Instructions.Length >= functions * SimpleStepsPerFunction);
    }

    /// <summary>Elements that are worth a thread of their own.</summary>
    public static long Grain(Program program)
    {
        double nanoseconds = 0.1;
        foreach (Instruction instruction in program.Instructions)
            nanoseconds += instruction.DType.IsComplex ? ComplexNanoseconds : ScalarOperations.Of(instruction.Op).Nanoseconds;
        return (long)(PartNanoseconds / nanoseconds);
    }
}
