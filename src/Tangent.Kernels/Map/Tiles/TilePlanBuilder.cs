namespace Tangent.Kernels;

/// <summary>Turns the instructions of a program into the steps of a <see cref="TilePlan"/>.</summary>
internal sealed class TilePlanBuilder(Program program, ulong scalars)
{
    // The value of each instruction, in its compute type.
    private readonly int[] results = new int[program.Instructions.Length];
    private readonly int[] lastReads = LastReads.BySteps(program);

    public List<TileValue> Values { get; } = [];

    public List<TileStep> Steps { get; } = [];

    /// <summary>Adds every instruction and store; the values of the outputs.</summary>
    public int[] Build()
    {
        for (int i = 0; i < results.Length; i++)
            results[i] = Lower(program.Instructions[i], isRead: lastReads[i] >= 0);
        var outputs = new int[program.Outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = Output(program.Outputs[i]);
        return outputs;
    }

    private int Lower(Instruction instruction, bool isRead) => instruction.Op switch
    {
        ScalarOp.Input => Input(instruction),
        ScalarOp.Constant => Constant(instruction),
        ScalarOp.Cast => Cast(results[instruction.A], program.Instructions[instruction.A].DType, instruction.DType, isRead),
        ScalarOp.Select => Add(BoolLoops.Select(instruction.DType.ComputeType.Size), instruction.DType.ComputeType,
            results[instruction.A], results[instruction.B], results[instruction.C]),
        _ => Add(ScalarOperations.Loop(instruction.Op, program.Instructions[instruction.A].DType), instruction.DType.ComputeType,
            results[instruction.A], instruction.B < 0 ? -1 : results[instruction.B]),
    };

    private int Input(Instruction instruction)
    {
        bool scalar = ScalarInputs.Contains(scalars, (int)instruction.Bits);
        TileValueKind kind = scalar ? TileValueKind.Scalar : TileValueKind.Input;
        int value = Add(new TileValue(kind, instruction.DType.Size, instruction.Bits));
        return instruction.DType.IsHalf ? Add(HalfLoops.Load(instruction.DType), DType.Float32, value) : value;
    }

    private int Constant(Instruction instruction)
    {
        ulong bits = instruction.Bits;
        if (instruction.DType == DType.Float16)
            bits = BitConverter.SingleToUInt32Bits((float)BitConverter.UInt16BitsToHalf((ushort)bits));
        else if (instruction.DType == DType.BFloat16)
            bits = (uint)bits << 16;
        return Add(new TileValue(TileValueKind.Constant, instruction.DType.ComputeType.Size, bits));
    }

    // The step that stores a 16-bit floating type rounds by itself.
    private int Cast(int value, DType from, DType to, bool isRead)
    {
        DType held = from.ComputeType, wanted = to.ComputeType;
        if (held == DType.Complex64 && wanted is not (DType.Complex64 or DType.Bool or DType.Float32))
            (value, held) = (Add(ConvertLoops.Find(held, DType.Float32), DType.Float32, value), DType.Float32);
        if (wanted == DType.Complex64 && held is not (DType.Complex64 or DType.Float32))
            (value, held) = (Add(ConvertLoops.Find(held, DType.Float32), DType.Float32, value), DType.Float32);
        if (held != wanted)
            value = Add(to.IsHalf ? ConvertLoops.FindBeforeRounding(held) : ConvertLoops.Find(held, wanted), wanted, value);
        return to.IsHalf && isRead ? Add(HalfLoops.Round(to), DType.Float32, value) : value;
    }

    private int Output(int instruction)
    {
        int value = results[instruction];
        DType dtype = program.Instructions[instruction].DType;
        if (dtype.IsHalf)
            return Add(HalfLoops.Store(dtype), dtype, value);
        return Values[value].Kind == TileValueKind.Input ? Add(new PointwiseLoops.Copy(dtype.Size), dtype, value) : value;
    }

    private int Add(ElementLoop loop, DType dtype, int x, int y = -1, int z = -1)
    {
        int destination = Add(new TileValue(TileValueKind.Result, dtype.Size, 0));
        Steps.Add(new TileStep(loop, destination, x, y, z));
        return destination;
    }

    private int Add(TileValue value)
    {
        Values.Add(value);
        return Values.Count - 1;
    }
}
