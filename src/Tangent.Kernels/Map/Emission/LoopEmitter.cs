using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Tangent.Kernels;

/// <summary>
/// Emits the loop of one program. Literals, single elements and what is computed of them alone stand before the loop.
/// All loads of a pass come before its stores, since an output may be the memory of an input.
/// </summary>
[RequiresDynamicCode("Emits a method.")]
internal sealed unsafe class LoopEmitter
{
    private readonly Program program;
    private readonly ulong scalars;
    private readonly LaneSet lanes;
    private readonly DynamicMethod method;
    private readonly ILGenerator il;
    private readonly StepEmitter steps;
    private readonly LocalBuilder index;
    private readonly LocalBuilder?[] inputs;
    private readonly LocalBuilder[] outputs;
    private readonly FoldEmitter?[] folds;
    private readonly bool isStreaming;

    /// <summary>The emitter of one loop; of outputs that the caches cannot hold it stores whole elements past them, at multiples of 64 bytes.</summary>
    public LoopEmitter(Program program, ulong scalars, LaneSet lanes, bool isStreaming)
    {
        this.isStreaming = isStreaming;
        this.program = program;
        this.scalars = scalars;
        this.lanes = lanes;
        method = new DynamicMethod(
            "Map", typeof(void), [typeof(byte**), typeof(byte**), typeof(long)], typeof(LoopEmitter).Module, skipVisibility: true);
        il = method.GetILGenerator();
        steps = new StepEmitter(program, lanes, il);
        index = il.DeclareLocal(typeof(long));
        inputs = new LocalBuilder?[program.Inputs.Length];
        outputs = Array.ConvertAll(program.Outputs, _ => il.DeclareLocal(typeof(byte*)));
        folds = [.. program.Outputs.Select((step, i) => program.FoldOf(i) is null ? null : FoldOf(i, program.Instructions[step].DType))];
    }

    /// <summary>The loop; it takes multiples of the lanes in a vector.</summary>
    public LoopFunction Emit()
    {
        for (int i = 0; i < outputs.Length; i++)
            LoadPointer(OpCodes.Ldarg_1, i, outputs[i]);
        bool[] invariant = EmitInvariants();
        foreach (FoldEmitter? fold in folds)
            fold?.Load();
        if (program.IsFolding)
            EmitLoop(invariant, isTurning: true);
        EmitLoop(invariant, isTurning: false);
        foreach (FoldEmitter? fold in folds)
            fold?.Store();
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<LoopFunction>();
    }

    private FoldEmitter FoldOf(int output, DType dtype) =>
        new(il, Emitter.Combination(program, output, lanes)!, lanes.Of(dtype), outputs[output], lanes.Count * dtype.Size);

    // Turning accumulators are at their places again after every fourth pass. The passes beyond do not turn them. A pass is
    // tested for at its end: out of a large loop tested at its beginning the compiler moves nothing.
    private void EmitLoop(bool[] invariant, bool isTurning)
    {
        Label body = il.DefineLabel(), done = il.DefineLabel();
        LocalBuilder end = il.DeclareLocal(typeof(long));
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4, isTurning ? -4 * lanes.Count : -1);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Stloc, end);
        EmitTest(OpCodes.Bge, end, done);
        il.MarkLabel(body);
        EmitPass(invariant);
        for (int i = 0; i < outputs.Length; i++)
            EmitResult(i, isTurning);
        ReleaseOutputs(invariant);
        EmitAdvance();
        EmitTest(OpCodes.Blt, end, body);
        il.MarkLabel(done);
    }

    private void EmitPass(bool[] invariant)
    {
        int[] lastReads = LastReads.Of(program);
        for (int i = 0; i < invariant.Length; i++)
        {
            if (invariant[i])
                continue;
            EmitStep(i);
            Instruction step = program.Instructions[i];
            foreach (int argument in new HashSet<int> { step.A, step.B, step.C })
            {
                if (argument >= 0 && lastReads[argument] == i && !invariant[argument])
                    steps.Release(argument);
            }
        }
    }

    private void ReleaseOutputs(bool[] invariant)
    {
        foreach (int step in program.Outputs.Distinct())
        {
            if (!invariant[step])
                steps.Release(step);
        }
    }

    private void EmitAdvance()
    {
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldc_I4, lanes.Count);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, index);
    }

    private void EmitTest(OpCode branch, LocalBuilder end, Label target)
    {
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(branch, target);
    }

    // Also prepares the addresses of the other inputs.
    private bool[] EmitInvariants()
    {
        var invariant = new bool[program.Instructions.Length];
        for (int i = 0; i < invariant.Length; i++)
        {
            Instruction step = program.Instructions[i];
            invariant[i] = step.Op == ScalarOp.Input
                ? ScalarInputs.Contains(scalars, (int)step.Bits)
                : IsInvariant(step.A) && IsInvariant(step.B) && IsInvariant(step.C);
            if (step.Op == ScalarOp.Input && !invariant[i])
                LoadPointer(OpCodes.Ldarg_0, (int)step.Bits, inputs[step.Bits] ??= il.DeclareLocal(typeof(byte*)));
            if (invariant[i])
                EmitStep(i);
        }
        return invariant;

        bool IsInvariant(int argument) => argument < 0 || invariant[argument];
    }

    private void EmitStep(int number)
    {
        Instruction step = program.Instructions[number];
        if (step.Op != ScalarOp.Input)
        {
            steps.Emit(number);
            return;
        }
        if (inputs[step.Bits] is { } pointer)
        {
            Address(pointer, step.DType.Size);
            il.Emit(OpCodes.Call, lanes.Load(step.DType));
        }
        else
        {
            Address(OpCodes.Ldarg_0, (int)step.Bits);
            steps.BroadcastElement(step.DType);
        }
        steps.Keep(number);
    }

    private void EmitResult(int output, bool isTurning)
    {
        int step = program.Outputs[output];
        steps.Load(step);
        if (folds[output] is { } fold)
        {
            if (isTurning)
                fold.Turn();
            else
                fold.Keep();
            return;
        }
        DType dtype = program.Instructions[step].DType;
        Address(outputs[output], dtype.Size);
        il.Emit(OpCodes.Call, isStreaming && dtype == dtype.ComputeType && dtype != DType.Bool ? lanes.Of(dtype).Stream : lanes.Store(dtype));
    }

    private void LoadPointer(OpCode argument, int number, LocalBuilder pointer)
    {
        Address(argument, number);
        il.Emit(OpCodes.Stloc, pointer);
    }

    private void Address(OpCode argument, int number)
    {
        il.Emit(argument);
        il.Emit(OpCodes.Ldc_I4, number * sizeof(byte*));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
    }

    private void Address(LocalBuilder pointer, int size)
    {
        il.Emit(OpCodes.Ldloc, pointer);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Ldc_I4, size);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }
}
