namespace Tangent.Kernels;

/// <summary>One run of a row-wise kernel: its stages made ready, and where their values lie.</summary>
internal sealed unsafe class RowRun
{
    private const int CacheLine = 64;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly RowWiseKernel kernel;
    private readonly RowOperand[] inputs;
    private readonly BufferView output;
    private readonly BufferView[] sums;
    private readonly PreparedStage[] stages;
    private readonly RowPlaces places;
    private readonly int rows;
    private readonly int length;
    private readonly int passes;
    private readonly bool isNumber;
    private readonly bool isFar;
    private readonly bool isStreaming;

    /// <summary>
    /// Prepares a run, which folds rows in parts of <paramref name="run"/> elements; if it <paramref name="isStreaming"/>, rows of the output are stored
    /// past the caches.
    /// </summary>
    public RowRun(RowWiseKernel kernel, RowOperand[] inputs, BufferView[] outputs, int rows, int length, long run, bool isStreaming)
    {
        this.kernel = kernel;
        this.inputs = inputs;
        output = outputs[0];
        sums = outputs[1..];
        this.rows = rows;
        this.length = length;
        places = new RowPlaces(kernel, [.. inputs.Select(input => input.IsNumber)], length);
        isNumber = places.AreNumbers[places.Output];
        this.isStreaming = isStreaming && !isNumber && kernel.Stages[^1].Writes.Length == 1;
        stages = [.. kernel.Stages.Select(stage =>
            new PreparedStage(stage, places.AreNumbers, rows, length, run, this.isStreaming && ReferenceEquals(stage, kernel.Stages[^1])))];
        passes = stages.Count(stage => stage.IsPass);
        isFar = IsFar();
    }

    /// <summary>Computes all rows, on as many threads as that is worth.</summary>
    public void Run()
    {
        long grain = Math.Max(1, stages.Min(stage => stage.Grain) / stages.Length / length);
        if (kernel.Sums.Length > 0)
            RunWithSums(grain);
        else
            Workers.For(rows, grain, (start, end) => RunRows(start, end, Scratch(0)));
    }

    private void RunWithSums(long grain)
    {
        using var columns = new ColumnSums(kernel.Sums.Length, kernel.Sums[0], rows, length);
        Workers.For(columns.Segments, Math.Max(1, grain * columns.Segments / rows), (start, end) =>
        {
            byte* memory = Scratch(columns.BlockBytes);
            byte* block = memory + ScratchBytes;
            for (int i = 0; i < kernel.Sums.Length; i++)
                ((byte**)memory)[inputs.Length + i] = columns.Accumulators(block, i);
            for (long segment = start; segment < end; segment++)
                columns.RunSegment(segment, block, (first, last) => RunRows(first, last, memory));
        });
        columns.Finish(sums);
    }

    // A single stream is followed well enough by the hardware: asking made it a tenth slower, two and more up to twice as fast.
    private bool IsFar()
    {
        int streams = inputs.Count(input => !input.IsNumber && input.Stride != 0) + (isNumber ? 0 : 1);
        return streams > 1 && Prefetch.IsWorthwhile(inputs.Sum(input => (double)rows * Math.Abs(input.Stride)) + output.Size);
    }

    private int ScratchBytes => places.Bytes + stages.Max(stage => stage.ScratchBytes);

    private byte* Scratch(int more)
    {
        byte* memory = (scratch ??= new()).Reserve(checked(ScratchBytes + more));
        places.Fill((byte**)memory, memory);
        return memory;
    }

    private void RunRows(long start, long end, byte* memory)
    {
        byte** values = (byte**)memory;
        byte* stageScratch = memory + places.Bytes;
        long step = output.DType.Size * (isNumber ? 1L : length);
        for (long row = start; row < end; row++)
        {
            for (int i = 0; i < inputs.Length; i++)
                values[i] = inputs[i].Pointer + row * inputs[i].Stride;
            if (!isNumber)
                values[places.Output] = output.Pointer + row * step;
            int pass = 0;
            foreach (PreparedStage stage in stages)
            {
                if (isFar && stage.IsPass && row + 1 < end)
                    BringNext(values, pass++, step);
                stage.Run(values, length, stageScratch);
            }
            if (isNumber)
                Elements.Copy(output.Pointer + row * step, values[places.Output], output.DType.Size, 1);
        }
        Streaming.Finish();
    }

    // The hardware follows a row only once its stage has begun, and stops at the end of a page. So each pass first asks
    // for its share of the next row, which the memory delivers meanwhile.
    private void BringNext(byte** values, int pass, long step)
    {
        for (int i = 0; i < inputs.Length; i++)
            if (!inputs[i].IsNumber && inputs[i].Stride != 0)
                BringShare(values[i] + inputs[i].Stride, length * inputs[i].DType.Size, pass);
        if (!isNumber && !isStreaming)
            BringShare(values[places.Output] + step, step, pass);
    }

    private void BringShare(byte* row, long bytes, int pass)
    {
        long first = bytes * pass / passes & -CacheLine, end = bytes * (pass + 1) / passes & -CacheLine;
        Prefetch.Bring(row + first, CacheLine, (int)((end - first) / CacheLine));
    }
}
