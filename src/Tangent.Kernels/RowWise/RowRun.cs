namespace Tangent.Kernels;

/// <summary>One run of a row-wise kernel: its stages made ready, and where their values lie.</summary>
internal sealed unsafe class RowRun
{
    private const int CacheLine = 64;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly RowOperand[] inputs;
    private readonly BufferView output;
    private readonly int[] sums;
    private readonly PreparedStage[] stages;
    private readonly int[] offsets;
    private readonly int rows;
    private readonly int length;
    private readonly int bytes;
    private readonly bool isFar;

    public RowRun(RowWiseKernel kernel, RowOperand[] inputs, BufferView output, int rows, int length)
    {
        this.inputs = inputs;
        this.output = output;
        sums = kernel.Sums;
        this.rows = rows;
        this.length = length;
        stages = Prepare(kernel);
        isFar = IsFar();
        offsets = new int[stages.Length];
        bytes = (inputs.Length + stages.Length) * sizeof(byte*) + 63 & -64;
        for (int i = 0; i < stages.Length; i++)
        {
            offsets[i] = bytes;
            bytes += Bytes(i);
        }
    }

    /// <summary>Computes all rows, on as many threads as that is worth.</summary>
    public void Run()
    {
        long grain = stages.Min(stage => stage.Grain) / stages.Length;
        if (sums.Length > 0)
            RunWithSums(Math.Max(1, grain / length));
        else
            Workers.For(rows, Math.Max(1, grain / length), (start, end) => RunRows(start, end, Scratch(0), null));
    }

    private void RunWithSums(long grain)
    {
        using var columns = new ColumnSums(sums, stages[sums[0] - inputs.Length].DType, rows, length);
        Workers.For(columns.Segments, Math.Max(1, grain * columns.Segments / rows), (start, end) =>
        {
            byte* memory = Scratch(columns.BlockBytes);
            byte* block = memory + bytes;
            for (long segment = start; segment < end; segment++)
                columns.RunSegment(segment, block, (first, last) => RunRows(first, last, memory, columns));
        });
        columns.Finish(output.With(new Layout([sums.Length, length], [length, 1], (long)rows * length)));
    }

    // A single stream is followed well enough by the hardware: asking made it a tenth slower, two and more up to twice as fast.
    private bool IsFar()
    {
        int streams = inputs.Count(input => !input.IsNumber && input.Stride != 0) + (stages[^1].IsNumber ? 0 : 1);
        return streams > 1 && Prefetch.IsWorthwhile(inputs.Sum(input => (double)rows * Math.Abs(input.Stride)) + output.Size);
    }

    private byte* Scratch(int more)
    {
        byte* memory = (scratch ??= new()).Reserve(checked(bytes + more));
        byte** values = (byte**)memory;
        for (int i = 0; i < stages.Length; i++)
            values[inputs.Length + i] = memory + offsets[i] + (stages[i].ScratchBytes + 63 & -64);
        return memory;
    }

    private PreparedStage[] Prepare(RowWiseKernel kernel)
    {
        var prepared = new PreparedStage[kernel.Stages.Length];
        var isNumber = new bool[inputs.Length + prepared.Length];
        for (int i = 0; i < inputs.Length; i++)
            isNumber[i] = inputs[i].IsNumber;
        for (int i = 0; i < prepared.Length; i++)
        {
            int result = inputs.Length + i;
            prepared[i] = new PreparedStage(kernel.Stages[i], result, isNumber.AsSpan(0, result), rows, length);
            isNumber[result] = prepared[i].IsNumber;
        }
        return prepared;
    }

    // Rows of a power of two bytes would all begin in the same sets of the cache without the odd line between them.
    private int Bytes(int stage) =>
        stages[stage].ScratchBytes + 64 + (stages[stage].IsNumber ? 64 : checked(length * stages[stage].DType.Size + 63 & -64));

    private void RunRows(long start, long end, byte* memory, ColumnSums? columns)
    {
        byte** values = (byte**)memory;
        int last = inputs.Length + stages.Length - 1;
        long step = output.DType.Size * (stages[^1].IsNumber ? 1L : length);
        for (long row = start; row < end; row++)
        {
            for (int i = 0; i < inputs.Length; i++)
                values[i] = inputs[i].Pointer + row * inputs[i].Stride;
            values[last] = output.Pointer + row * step;
            for (int i = 0; i < stages.Length; i++)
            {
                if (isFar && row + 1 < end)
                    BringNext(values, i, step);
                stages[i].Run(values, length, memory + offsets[i]);
            }
            columns?.Add(values, memory + bytes);
        }
    }

    // The hardware follows a row only once its stage has begun, and stops at the end of a page. So each stage first asks
    // for its share of the next row, which the memory delivers meanwhile.
    private void BringNext(byte** values, int stage, long step)
    {
        for (int i = 0; i < inputs.Length; i++)
            if (!inputs[i].IsNumber && inputs[i].Stride != 0)
                BringShare(values[i] + inputs[i].Stride, length * inputs[i].DType.Size, stage);
        if (!stages[^1].IsNumber)
            BringShare(values[inputs.Length + stages.Length - 1] + step, step, stage);
    }

    private void BringShare(byte* row, long bytes, int stage)
    {
        long first = bytes * stage / stages.Length & -CacheLine, end = bytes * (stage + 1) / stages.Length & -CacheLine;
        Prefetch.Bring(row + first, CacheLine, (int)((end - first) / CacheLine));
    }
}
