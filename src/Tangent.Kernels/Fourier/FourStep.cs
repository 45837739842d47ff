namespace Tangent.Kernels;

/// <summary>
/// The transform of one long row x[j₁·b + j₂] of a·b numbers, in four steps (Bailey 1990): columns of length a, as many at once as there
/// are lanes; a transposition; factors exp(-2πi·k₁j₂/n); rows of length b, again on lanes. What comes out lies in order,
/// X[k₁ + a·k₂], and each block of columns stays in the cache.
/// </summary>
internal static unsafe class FourStep<V, TSource, TTarget>
    where V : unmanaged, ILanes<V, float>
    where TSource : struct, IComplexRow<V>
    where TTarget : struct, IComplexRow<V>
{
    /// <summary>Numbers from which the blocks of one row are shared out to threads.</summary>
    private const int ManyNumbers = 1 << 15;

    /// <summary>Transforms a row; where <paramref name="parallel"/> is set, on all threads if it is long.</summary>
    public static void Run(FourStepPlan plan, TSource source, TTarget target, bool inverse, float scale, bool parallel)
    {
        long columns = Blocks(plan.Columns), rows = Blocks(plan.Rows);
        using var memory = new FourierMemory(FourierScratch.Current.Matrix, 2L * columns * V.Count * Height(plan));
        if (parallel && plan.Length >= ManyNumbers && Workers.Count > 1)
            RunParts(plan, source, target, inverse, scale, memory.Pointer);
        else
        {
            RunColumns(plan, source, memory.Pointer, 0, columns, inverse);
            RunRows(plan, memory.Pointer, target, 0, rows, inverse, scale);
        }
        GC.KeepAlive(plan);
    }

    // Apart, because what a delegate captures is made where the method begins.
    private static void RunParts(FourStepPlan plan, TSource source, TTarget target, bool inverse, float scale, float* matrix)
    {
        Workers.For(Blocks(plan.Columns), 1, (start, end) => RunColumns(plan, source, matrix, start, end, inverse));
        Workers.For(Blocks(plan.Rows), 1, (start, end) => RunRows(plan, matrix, target, start, end, inverse, scale));
    }

    private static long Blocks(int count) => (count + V.Count - 1) / V.Count;

    /// <summary>Room for the results of a column; rows a power of two apart would drive each other out of the cache.</summary>
    private static int Height(FourStepPlan plan) => (int)Blocks(plan.Rows) * V.Count + (plan.Rows >= 256 ? V.Count : 0);

    private static void RunColumns(FourStepPlan plan, TSource source, float* matrix, long start, long end, bool inverse)
    {
        int element = LaneElements<V>.Size, height = Height(plan);
        FourierScratch scratch = FourierScratch.Current;
        float* x = scratch.Ping.Take<float>((long)plan.Columns * element), y = scratch.Pong.Take<float>((long)plan.Columns * element);
        for (long block = start; block < end; block++)
        {
            var columns = new ColumnBlock<V, TSource>(source, plan.Columns, block * V.Count, inverse);
            float* result = LaneTransform<V>.Run(plan.ColumnPlan, columns, x, y);
            ElementTransposition<V>.Run(result, plan.Rows, matrix + block * element * height, height);
        }
    }

    private static void RunRows(FourStepPlan plan, float* matrix, TTarget target, long start, long end, bool inverse, float scale)
    {
        int element = LaneElements<V>.Size;
        FourierScratch scratch = FourierScratch.Current;
        float* x = scratch.Ping.Take<float>((long)plan.Columns * element), y = scratch.Pong.Take<float>((long)plan.Columns * element);
        for (long block = start; block < end; block++)
        {
            var results = new ResultBlock<V, TTarget>(target, plan.Rows, block * V.Count, inverse, scale);
            if (plan.HasAllTurns)
                LaneTransform<V>.Run(plan.RowPlan, new RowBlock<V>(plan, matrix, Height(plan), block), results, x, y);
            else
                LaneTransform<V>.Run(plan.RowPlan, new FarRowBlock<V>(plan, matrix, Height(plan), block), results, x, y);
        }
    }
}
