using System.Numerics;
using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// The cotangents of queries, keys and values, head by head: the weights P = exp(S − L) are computed again, E = P·(ct·vᵀ − less), and v̄ = Pᵀ·ct, k̄ = scale·Eᵀ·q, q̄ = scale·E·k. Memory beside
/// packed keys and values: two blocks of scores, and the cotangents of a head's keys and values, a thread.
/// </summary>
internal sealed unsafe class AttentionCotangents<T, V, TKernel, TStorage, TNumber>
    where T : unmanaged, IFloatingPointIeee754<T>
    where V : unmanaged, ILanes<V, T>
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
    where TNumber : IAttentionNumber<T>
{
    // Enough rows that sums over them are worth storing.
    private const int Tiles = 8;

    private readonly AttentionShape shape;
    private readonly T scale;
    private readonly AttentionRows<T, TStorage> queries;
    private readonly AttentionRows<T, TStorage> keys;
    private readonly AttentionRows<T, TStorage> values;
    private readonly AttentionRows<T, TStorage> cotangents;
    private readonly BufferView sums;
    private readonly BufferView less;
    private readonly ScoreMask<T, TStorage> mask;
    private readonly BufferView[] outputs;
    private readonly int depth;
    private readonly int width;

    public AttentionCotangents(AttentionShape shape, double scale, BufferView[] inputs, BufferView? mask, BufferView[] outputs)
    {
        (this.shape, this.scale, this.outputs) = (shape, T.CreateTruncating(scale), outputs);
        (queries, keys, values) = (new(inputs[0], true), new(inputs[1], false), new(inputs[2], false));
        (sums, cotangents, less) = (inputs[3], new(inputs[4], true), inputs[5]);
        this.mask = new(mask);
        (depth, width) = (Packer<T, TKernel, TStorage>.Padded(shape.Depth), Packer<T, TKernel, TStorage>.Padded(shape.Width));
    }

    private static int RowsOfBlock => Tiles * TKernel.MaxRows;

    private static int Block => KeyPanels<T, TKernel, TStorage>.Block;

    public void Run()
    {
        using var keysAcross = KeyPanels<T, TKernel, TStorage>.Across(shape, keys);
        using var valuesAcross = KeyPanels<T, TKernel, TStorage>.Across(shape, values);
        using var keysAlong = KeyPanels<T, TKernel, TStorage>.Along(shape, keys);
        BufferView rowSums = DenseCopy.Of(sums), subtracted = DenseCopy.Of(less);
        Workers.For(shape.Groups, 1, (start, end) =>
        {
            for (long group = start; group < end; group++)
                RunGroup((int)group, keysAcross, valuesAcross, keysAlong, (T*)rowSums.Pointer + group * shape.Rows, (T*)subtracted.Pointer + group * shape.Rows);
        });
        DenseCopy.Release(rowSums, sums);
        DenseCopy.Release(subtracted, less);
    }

    private void RunGroup(
        int group, KeyPanels<T, TKernel, TStorage> keysAcross, KeyPanels<T, TKernel, TStorage> valuesAcross, KeyPanels<T, TKernel, TStorage> keysAlong, T* rowSums, T* subtracted)
    {
        long ofKeys = (long)shape.Keys * depth, ofValues = (long)shape.Keys * width;
        T* memory = AttentionScratch.Current.Head.Take<T>(ofKeys + ofValues);
        NativeMemory.Clear(memory, (nuint)((ofKeys + ofValues) * sizeof(T)));
        for (int first = 0; first < shape.Rows; first += RowsOfBlock)
        {
            var block = new CotangentBlock<T>(Math.Min(RowsOfBlock, shape.Rows - first), shape.Depth, depth, shape.Width, width, Block);
            Load(group, first, block);
            int seen = shape.KeysSeen(first, block.Rows);
            for (int key = 0; key < seen; key += Block)
            {
                int count = Math.Min(Block, seen - key);
                Weigh(group, first, key, count, keysAcross, valuesAcross, rowSums + first, subtracted + first, block);
                AddOverRows(block.Weights, block.CotangentPanels, block.Rows, count, memory + ofKeys + (long)key * width, width, shape.Width);
                AddOverRows(block.Changes, block.QueryPanels, block.Rows, count, memory + (long)key * depth, depth, shape.Depth);
                new PanelProduct<T, TKernel>(Panels<T>.InPlace(block.Changes, Block, 1), block.Rows, count, keysAlong.PanelsAlong(group, key))
                    .Run(block.Sums, depth, shape.Depth, accumulate: true);
            }
            for (int row = 0; row < block.Rows; row++)
                StoreRow(block.Sums + (long)row * depth, depth, shape.Depth, scale, outputs[0], (long)group * shape.Rows + first + row);
        }
        // Queries were multiplied by the scale already.
        for (int key = 0; key < shape.Keys; key++)
        {
            StoreRow(memory + (long)key * depth, depth, shape.Depth, T.One, outputs[1], (long)group * shape.Keys + key);
            StoreRow(memory + ofKeys + (long)key * width, width, shape.Width, T.One, outputs[2], (long)group * shape.Keys + key);
        }
    }

    private void Load(int group, int first, in CotangentBlock<T> block)
    {
        queries.Load(group, first, block.Rows, shape.Depth, block.Queries);
        for (long i = 0; i < (long)block.Rows * shape.Depth; i++)
            block.Queries[i] *= scale;
        cotangents.Load(group, first, block.Rows, shape.Width, block.Cotangents);
        Pack(block.Queries, block.Rows, shape.Depth, block.QueryPanels);
        Pack(block.Cotangents, block.Rows, shape.Width, block.CotangentPanels);
    }

    private static void Pack(T* rows, int count, int columns, T* panels) =>
        Packer<T, TKernel, RealStorage<T, T, SameElement<T>>>.PackY(new MatrixView((byte*)rows, count, columns, columns, 1), panels, count, 0);

    private void Weigh(
        int group, int first, int key, int count, KeyPanels<T, TKernel, TStorage> keysAcross, KeyPanels<T, TKernel, TStorage> valuesAcross, T* rowSums, T* subtracted, in CotangentBlock<T> block)
    {
        int padded = (count + V.Count - 1) / V.Count * V.Count, columns = keysAcross.ColumnsAcross(key, count);
        Multiply(block.Queries, shape.Depth, block.Rows, keysAcross.At(group, key), block.Weights, columns);
        Multiply(block.Cotangents, shape.Width, block.Rows, valuesAcross.At(group, key), block.Changes, columns);
        for (int row = 0; row < block.Rows; row++)
        {
            T* weights = block.Weights + row * Block, changes = block.Changes + row * Block;
            int seen = Math.Clamp(shape.KeysSeenBy(first + row) - key, 0, count);
            new Span<T>(weights + seen, padded - seen).Fill(T.NegativeInfinity);
            new Span<T>(changes + seen, padded - seen).Clear();
            if (mask.IsThere)
                mask.Apply(group, first + row, key, seen, weights);
            // Of a row that sees nothing the sum is 0.
            ScoreRow<T, V, TNumber>.Exp(weights, padded, rowSums[row] == T.NegativeInfinity ? T.Zero : rowSums[row]);
            ScoreRow<T, V, TNumber>.SubtractAndMultiply(changes, subtracted[row], weights, padded);
        }
    }

    private static void Multiply(T* x, int columns, int rows, T* panels, T* scores, int count) =>
        new PanelProduct<T, TKernel>(Panels<T>.InPlace(x, columns, 1), rows, columns, Panels<T>.Packed(panels, columns)).Run(scores, Block, count, accumulate: false);

    // sums[key] += Σ_row x[row, key]·panels[row].
    private static void AddOverRows(T* x, T* panels, int rows, int keys, T* sums, int stride, int columns) =>
        new PanelProduct<T, TKernel>(Panels<T>.InPlace(x, 1, Block), keys, rows, Panels<T>.Packed(panels, rows)).Run(sums, stride, columns, accumulate: true);

    private static void StoreRow(T* sums, int stored, int count, T factor, BufferView output, long row)
    {
        ScoreRow<T, V, TNumber>.Scale(sums, stored, factor);
        TStorage.Narrow(sums, output.Pointer + row * count * TStorage.Size, count);
    }
}
