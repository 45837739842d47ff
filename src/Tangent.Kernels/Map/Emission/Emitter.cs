using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Tangent.Kernels;

/// <summary>Compiles programs to machine code: one loop over whole vectors, every step a method on lanes.</summary>
internal static class Emitter
{
    /// <summary>True if all values of the program have lanes of one size and all its steps are methods on lanes.</summary>
    public static bool Supports(Program program)
    {
        if (LaneSet.For(program) is not { } lanes)
            return false;
        foreach (Instruction instruction in program.Instructions)
        {
            if (!IsSupported(program, lanes, instruction))
                return false;
        }
        for (int i = 0; i < program.Folds.Length; i++)
        {
            if (program.Folds[i] is not null && Combination(program, i, lanes) is null)
                return false;
        }
        return true;
    }

    /// <summary>True if the program can be emitted, and one loop for all its steps is faster than a loop for each.</summary>
    public static bool Favours(Program program, ulong scalars) => ProgramCost.FavoursOneLoop(program, scalars) && Supports(program);

    /// <summary>
    /// The function of a supported program for inputs of which those whose bit is set in <paramref name="scalars"/> are
    /// single elements. Its results are those of <see cref="TileInterpreter"/>, bit for bit. One that streams stores past
    /// the caches: outputs begin at multiples of 64 bytes.
    /// </summary>
    [RequiresDynamicCode("Emits a method.")]
    public static unsafe LoopFunction Emit(Program program, ulong scalars, bool isStreaming = false)
    {
        LaneSet lanes = LaneSet.For(program)!;
        LoopFunction whole = new LoopEmitter(program, scalars, lanes, isStreaming).Emit();
        return new PaddedRow(whole, lanes.Count, program, scalars).Run;
    }

    /// <summary>The method that combines vectors of an output; null if it is not folded in the vectors that it is computed in.</summary>
    public static MethodInfo? Combination(Program program, int output, LaneSet lanes)
    {
        DType dtype = program.Instructions[program.Outputs[output]].DType;
        return FoldTable.Find(program.FoldOf(output)!.Value, dtype).Combination is { } method
            && method.ReturnType == lanes.Of(dtype).Vector && dtype == dtype.ComputeType ? method : null;
    }

    private static bool IsSupported(Program program, LaneSet lanes, Instruction instruction) => instruction.Op switch
    {
        ScalarOp.Input or ScalarOp.Constant or ScalarOp.Select or ScalarOp.Cast => true,
        _ => lanes.Operation(instruction.Op, program.Instructions[instruction.A].DType) is MethodInfo,
    };
}
