using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Tangent.Kernels;

/// <summary>
/// Emits the folding of one output: four vectors of accumulators, loaded from the output's address before the loop and
/// stored there after it. A pass gives its vector to the first and turns them by one place, so that every fourth vector
/// meets the same accumulator; turning costs nothing where registers are renamed.
/// </summary>
[RequiresDynamicCode("Emits a method.")]
internal sealed class FoldEmitter(ILGenerator il, MethodInfo combination, LaneMethods lanes, LocalBuilder pointer, int vectorBytes)
{
    private readonly LocalBuilder[] accumulators = [.. Enumerable.Range(0, 4).Select(_ => il.DeclareLocal(lanes.Vector))];

    /// <summary>Loads the accumulators.</summary>
    public void Load()
    {
        for (int i = 0; i < accumulators.Length; i++)
        {
            Address(i);
            il.Emit(OpCodes.Call, lanes.Load);
            il.Emit(OpCodes.Stloc, accumulators[i]);
        }
    }

    /// <summary>Pops a vector into the first accumulator, which becomes the last.</summary>
    public void Turn()
    {
        Combine();
        for (int i = 1; i < accumulators.Length; i++)
        {
            il.Emit(OpCodes.Ldloc, accumulators[i]);
            il.Emit(OpCodes.Stloc, accumulators[i - 1]);
        }
        il.Emit(OpCodes.Stloc, accumulators[^1]);
    }

    /// <summary>Pops a vector into the first accumulator.</summary>
    public void Keep()
    {
        Combine();
        il.Emit(OpCodes.Stloc, accumulators[0]);
    }

    /// <summary>Stores the accumulators.</summary>
    public void Store()
    {
        for (int i = 0; i < accumulators.Length; i++)
        {
            il.Emit(OpCodes.Ldloc, accumulators[i]);
            Address(i);
            il.Emit(OpCodes.Call, lanes.Store);
        }
    }

    // Folds commute, but the second operand is what comes back of two NaNs: the order is that of the interpreter.
    private void Combine()
    {
        LocalBuilder vector = il.DeclareLocal(lanes.Vector);
        il.Emit(OpCodes.Stloc, vector);
        il.Emit(OpCodes.Ldloc, accumulators[0]);
        il.Emit(OpCodes.Ldloc, vector);
        il.Emit(OpCodes.Call, combination);
    }

    private void Address(int accumulator)
    {
        il.Emit(OpCodes.Ldloc, pointer);
        il.Emit(OpCodes.Ldc_I4, accumulator * vectorBytes);
        il.Emit(OpCodes.Add);
    }
}
