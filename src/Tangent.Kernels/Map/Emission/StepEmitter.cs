using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Tangent.Kernels;

/// <summary>Emits the steps of a program that compute; each leaves its lanes in a local.</summary>
[RequiresDynamicCode("Emits a method.")]
internal sealed unsafe class StepEmitter(Program program, LaneSet lanes, ILGenerator il)
{
    private delegate T LoadingElement<T>(byte* source);

    private readonly LocalBuilder[] values = new LocalBuilder[program.Instructions.Length];
    private readonly Dictionary<Type, Stack<LocalBuilder>> free = [];
    private readonly int[] lastReads = LastReads.BySteps(program);

    /// <summary>Emits a step that is no input.</summary>
    public void Emit(int number)
    {
        Instruction step = program.Instructions[number];
        switch (step.Op)
        {
            case ScalarOp.Constant:
                EmitConstant(step);
                break;
            case ScalarOp.Cast:
                EmitCast(step, isRead: lastReads[number] >= 0);
                break;
            case ScalarOp.Select:
                EmitSelect(step);
                break;
            default:
                EmitOperation(step);
                break;
        }
        Keep(number);
    }

    /// <summary>Pushes the value of a step.</summary>
    public void Load(int number) => il.Emit(OpCodes.Ldloc, values[number]);

    /// <summary>Pops the value of a step.</summary>
    public void Keep(int number)
    {
        Type vector = lanes.Of(TypeOf(number)).Vector;
        values[number] = free.TryGetValue(vector, out Stack<LocalBuilder>? locals) && locals.TryPop(out LocalBuilder? local)
            ? local
            : il.DeclareLocal(vector);
        il.Emit(OpCodes.Stloc, values[number]);
    }

    /// <summary>Gives the local of a step to later ones: the compiler stops inlining where a method has more than 512.</summary>
    public void Release(int number)
    {
        Type vector = lanes.Of(TypeOf(number)).Vector;
        if (!free.TryGetValue(vector, out Stack<LocalBuilder>? locals))
            free.Add(vector, locals = new());
        locals.Push(values[number]);
    }

    /// <summary>Replaces an address on the stack by the element there, in every lane.</summary>
    public void BroadcastElement(DType storage)
    {
        if (storage == DType.Float16)
            il.Emit(OpCodes.Call, new LoadingElement<float>(ScalarMemory.LoadFloat16).Method);
        else if (storage == DType.BFloat16)
            il.Emit(OpCodes.Call, new LoadingElement<float>(ScalarMemory.LoadBFloat16).Method);
        else if (storage == DType.Bool)
            il.Emit(OpCodes.Call, lanes.Of(storage).Broadcast.GetParameters()[0].ParameterType == typeof(int)
                ? new LoadingElement<int>(ScalarMemory.LoadMask32).Method
                : new LoadingElement<long>(ScalarMemory.LoadMask64).Method);
        else
            il.Emit(OpCodes.Ldobj, lanes.Of(storage).Broadcast.GetParameters()[0].ParameterType);
        il.Emit(OpCodes.Call, lanes.Of(storage).Broadcast);
    }

    private DType TypeOf(int step) => program.Instructions[step].DType;

    private void EmitConstant(Instruction step)
    {
        LaneMethods of = lanes.Of(step.DType);
        ulong bits = step.Bits;
        switch (step.DType)
        {
            case DType.Float16: il.Emit(OpCodes.Ldc_R4, ScalarMemory.LoadFloat16((byte*)&bits)); break;
            case DType.BFloat16: il.Emit(OpCodes.Ldc_R4, ScalarMemory.LoadBFloat16((byte*)&bits)); break;
            case DType.Float32: il.Emit(OpCodes.Ldc_R4, BitConverter.UInt32BitsToSingle((uint)bits)); break;
            case DType.Float64: il.Emit(OpCodes.Ldc_R8, BitConverter.UInt64BitsToDouble(bits)); break;
            case DType.Int64 or DType.UInt64: il.Emit(OpCodes.Ldc_I8, (long)bits); break;
            case DType.Bool: EmitMask((byte)bits != 0, of); break;
            default: il.Emit(OpCodes.Ldc_I4, (int)bits); break;
        }
        il.Emit(OpCodes.Call, of.Broadcast);
    }

    private void EmitMask(bool value, LaneMethods of)
    {
        il.Emit(value ? OpCodes.Ldc_I4_M1 : OpCodes.Ldc_I4_0);
        if (of.Broadcast.GetParameters()[0].ParameterType == typeof(long))
            il.Emit(OpCodes.Conv_I8);
    }

    // A store rounds by itself.
    private void EmitCast(Instruction step, bool isRead)
    {
        Load(step.A);
        DType held = TypeOf(step.A).ComputeType, wanted = step.DType.ComputeType;
        if (held != wanted)
            il.Emit(OpCodes.Call, step.DType.IsHalf ? lanes.ConvertBeforeRounding(held) : lanes.Convert(held, wanted));
        if (step.DType.IsHalf && isRead)
            il.Emit(OpCodes.Call, lanes.Round(step.DType));
    }

    private void EmitSelect(Instruction step)
    {
        Load(step.A);
        Reinterpret(DType.Bool, step.DType);
        Load(step.B);
        Load(step.C);
        il.Emit(OpCodes.Call, lanes.Of(step.DType).Select);
    }

    private void EmitOperation(Instruction step)
    {
        DType argument = TypeOf(step.A);
        Load(step.A);
        if (step.B >= 0)
            Load(step.B);
        il.Emit(OpCodes.Call, lanes.Operation(step.Op, argument)!);
        Reinterpret(argument, step.DType);
    }

    private void Reinterpret(DType from, DType to)
    {
        if (lanes.Of(from) != lanes.Of(to))
            il.Emit(OpCodes.Call, lanes.Bits(from, to));
    }
}
