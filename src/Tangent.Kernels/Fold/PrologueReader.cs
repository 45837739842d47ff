namespace Tangent.Kernels;

/// <summary>Gives the values of a reduction's program along an axis as dense elements of its output type.</summary>
internal sealed unsafe class PrologueReader
{
    /// <summary>The most elements read at once: inputs and values of a row stay in the first-level cache.</summary>
    public const int MostElements = 2048;

    private readonly BufferView[] inputs;
    private readonly long[] strides;
    private readonly MapOperand[] operands;
    private readonly RowFunction? row;

    /// <summary>Reads along an axis with the given strides in bytes; <paramref name="work"/> elements in all.</summary>
    public PrologueReader(Program program, BufferView[] inputs, long[] strides, long work)
    {
        this.inputs = inputs;
        this.strides = strides;
        operands = new MapOperand[inputs.Length];
        ulong scalars = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            operands[i] = strides[i] == inputs[i].DType.Size ? MapOperand.Direct
                : strides[i] == 0 && i < RowFunctions.MostScalars ? MapOperand.Scalar : MapOperand.Gathered;
            scalars |= operands[i] == MapOperand.Scalar ? 1UL << i : 0;
        }
        ProgramRows rows = RowFunctions.Of(program);
        IsIdentity = program.Instructions is [{ Op: ScalarOp.Input, Bits: 0 }] && inputs.Length == 1 && scalars == 0;
        row = IsIdentity ? null : rows.Get(scalars, work);
        Grain = rows.Grain;
    }

    /// <summary>Elements that are worth a thread of their own.</summary>
    public long Grain { get; }

    /// <summary>The number of inputs.</summary>
    public int InputCount => inputs.Length;

    /// <summary>Scratch memory for <see cref="Read"/>.</summary>
    public int ScratchBytes => 64 * (inputs.Length + 2) + MostElements * 8 * (inputs.Length + 1);

    /// <summary>True if the values are the elements of the one input, where they lie.</summary>
    public bool IsInPlace => IsIdentity && operands[0] == MapOperand.Direct;

    private bool IsIdentity { get; }

    /// <summary>The address of the first element of each input.</summary>
    public void Start(byte** addresses)
    {
        for (int i = 0; i < inputs.Length; i++)
            addresses[i] = inputs[i].Pointer;
    }

    /// <summary>
    /// The values of up to <see cref="MostElements"/> elements from the given addresses on: in the input itself if the
    /// program is but that, else in scratch memory.
    /// </summary>
    public byte* Read(byte** addresses, long count, byte* scratch)
    {
        if (IsInPlace)
            return addresses[0];
        byte** rows = (byte**)scratch;
        byte* next = scratch + (((inputs.Length + 1) * sizeof(byte*) + 63) & -64);
        for (int i = 0; i < inputs.Length; i++)
        {
            rows[i] = operands[i] == MapOperand.Gathered ? next : addresses[i];
            if (operands[i] != MapOperand.Gathered)
                continue;
            BlockCopy.Run(addresses[i], 0, strides[i], next, 1, count, inputs[i].DType.Size);
            next += MostElements * 8;
        }
        if (IsIdentity)
            return rows[0];
        rows[inputs.Length] = next;
        row!(rows, rows + inputs.Length, count);
        return next;
    }
}
