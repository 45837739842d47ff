using System.Runtime.CompilerServices;

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
        int element = LaneTransform<V>.Element, height = Height(plan);
        FourierScratch scratch = FourierScratch.Current;
        float* x = scratch.Ping.Take<float>((long)Math.Max(plan.Rows, plan.Columns) * element);
        float* y = scratch.Pong.Take<float>((long)Math.Max(plan.Rows, plan.Columns) * element);
        for (long block = start; block < end; block++)
        {
            LoadColumns(plan, source, block * V.Count, x);
            float* result = LaneTransform<V>.Run(plan.ColumnPlan, x, y, inverse);
            PanelTransposition<float>.Run(result, element, plan.Rows, element, height, matrix + block * element * height);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadColumns(FourStepPlan plan, TSource source, long first, float* to)
    {
        for (int row = 0; row < plan.Rows; row++, to += 2 * V.Count)
        {
            source.Load((long)row * plan.Columns + first, plan.Columns - first, out V re, out V im);
            V.Store(re, to);
            V.Store(im, to + V.Count);
        }
    }

    private static void RunRows(FourStepPlan plan, float* matrix, TTarget target, long start, long end, bool inverse, float scale)
    {
        int element = LaneTransform<V>.Element;
        FourierScratch scratch = FourierScratch.Current;
        float* x = scratch.Ping.Take<float>((long)Math.Max(plan.Rows, plan.Columns) * element);
        float* y = scratch.Pong.Take<float>((long)Math.Max(plan.Rows, plan.Columns) * element);
        for (long block = start; block < end; block++)
        {
            LoadRows(plan, matrix, block, inverse, x);
            float* result = LaneTransform<V>.Run(plan.RowPlan, x, y, inverse);
            StoreRows(plan, result, target, block * V.Count, scale);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadRows(FourStepPlan plan, float* matrix, long block, bool inverse, float* to)
    {
        nint height = Height(plan), lanes = V.Count, element = 2 * lanes;
        nint real = inverse ? lanes : 0, imaginary = lanes - real;
        bool all = plan.HasAllTurns;
        float* turn = plan.Turns + (all ? block * plan.Columns * element : 0), start = plan.Starts + 2 * block * plan.Columns;
        for (nint column = 0; column < plan.Columns; column++, turn += element, to += element)
        {
            float* from = matrix + (column / lanes * element + column % lanes) * height + block * lanes;
            V re = V.Load(from + real * height), im = V.Load(from + imaginary * height);
            V cosine = V.Load(turn), sine = V.Load(turn + lanes);
            if (!all)
            {
                V c = V.Broadcast(start[2 * column]), s = V.Broadcast(start[2 * column + 1]);
                (cosine, sine) = (V.FusedMultiplyAdd(-sine, s, cosine * c), V.FusedMultiplyAdd(sine, c, cosine * s));
            }
            V.Store(V.FusedMultiplyAdd(im, sine, re * cosine), to + real);
            V.Store(V.FusedMultiplyAdd(-re, sine, im * cosine), to + imaginary);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreRows(FourStepPlan plan, float* from, TTarget target, long first, float scale)
    {
        V factor = V.Broadcast(scale);
        for (int row = 0; row < plan.Columns; row++, from += 2 * V.Count)
            target.Store((long)row * plan.Rows + first, plan.Rows - first, V.Load(from) * factor, V.Load(from + V.Count) * factor);
    }
}
