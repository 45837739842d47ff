using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// The cotangents of queries, keys and values, head by head: the weights P = exp(S − L) are computed again, E = ct·vᵀ − less, S̄ = P·E, and v̄ = Pᵀ·ct, k̄ = scale·S̄ᵀ·q, q̄ = scale·S̄·k. Their tangents, in the
/// same pass, by the product rule, from Ṗ = P·(Ṡ − L̇). Memory beside packed keys and values: blocks of scores, and the cotangents of a head's keys and values, a thread.
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
    private readonly CotangentOperands<T, TStorage> operands;
    private readonly T scale;
    private readonly BufferView[] outputs;
    private readonly int depth;
    private readonly int width;

    public AttentionCotangents(AttentionShape shape, CotangentOperands<T, TStorage> operands, double scale, BufferView[] outputs)
    {
        (this.shape, this.operands, this.scale, this.outputs) = (shape, operands, T.CreateTruncating(scale), outputs);
        (depth, width) = (Packer<T, TKernel, TStorage>.Padded(shape.Depth), Packer<T, TKernel, TStorage>.Padded(shape.Width));
    }

    private static int RowsOfBlock => Tiles * TKernel.MaxRows;

    private bool HasTangent => operands.HasTangent;

    private long NumbersOfKeys => (long)shape.Keys * depth;

    private long NumbersOfHead => NumbersOfKeys + (long)shape.Keys * width;

    public void Run()
    {
        using var products = new CotangentProducts<T>(
            Across(operands.Keys)!, Across(operands.Values)!, KeyPanels<T, TKernel, TStorage>.Along(shape, operands.Keys), Across(operands.KeyTangent), Across(operands.ValueTangent),
            operands.KeyTangent is { } dk ? KeyPanels<T, TKernel, TStorage>.Along(shape, dk) : null);
        BufferView?[] rows = [operands.LogSums, operands.Less, operands.LogSumTangents, operands.LessTangents];
        BufferView?[] dense = Array.ConvertAll(rows, view => view is null ? null : DenseCopy.Of(view));
        Workers.For(shape.Groups, 1, (start, end) =>
        {
            for (long group = start; group < end; group++)
                RunGroup((int)group, products, dense);
        });
        for (int i = 0; i < rows.Length; i++)
            if (dense[i] is { } copy)
                DenseCopy.Release(copy, rows[i]!);
    }

    private KeyPanels<T, TKernel, TStorage>? Across(AttentionRows<T, TStorage>? rows) => rows is { } keys ? KeyPanels<T, TKernel, TStorage>.Across(shape, keys) : null;

    private void RunGroup(int group, CotangentProducts<T> products, BufferView?[] dense)
    {
        T* head = AttentionScratch.Current.Head.Take<T>(NumbersOfHead * (HasTangent ? 2 : 1)), tangents = head + NumbersOfHead;
        NativeMemory.Clear(head, (nuint)(NumbersOfHead * (HasTangent ? 2 : 1) * sizeof(T)));
        for (int first = 0; first < shape.Rows; first += RowsOfBlock)
        {
            var block = new CotangentBlock<T>(Math.Min(RowsOfBlock, shape.Rows - first), shape.Depth, depth, shape.Width, width, HasTangent);
            Load(group, first, block);
            int seen = shape.KeysSeen(first, block.Rows);
            for (int key = 0; key < seen; key += KeyBlock.Length)
            {
                int count = Math.Min(KeyBlock.Length, seen - key);
                Weigh(group, first, key, count, products, dense, block);
                AddOver(block.Values, block.Values, block.Rows, key, count, head);
                products.KeysAlong.AddMultiples(block.Values.Changes, block.Rows, group, key, count, block.Values.Sums, depth);
                if (HasTangent)
                    AddTangents(group, key, count, products, block, tangents);
            }
            StoreRows(block.Values.Sums, depth, shape.Depth, block.Rows, scale, outputs[0], (long)group * shape.Rows + first);
            if (HasTangent)
                StoreRows(block.Tangents.Sums, depth, shape.Depth, block.Rows, scale, outputs[3], (long)group * shape.Rows + first);
        }
        StoreHead(group, head, 1);
        if (HasTangent)
            StoreHead(group, tangents, 4);
    }

    private void AddTangents(int group, int key, int count, CotangentProducts<T> products, in CotangentBlock<T> block, T* tangents)
    {
        AddOver(block.Tangents, block.Values, block.Rows, key, count, tangents);
        if (operands.CotangentTangent is not null)
            AddOverRows(block.Values.Weights, block.Tangents.CotangentPanels, block.Rows, count, tangents + NumbersOfKeys + (long)key * width, width, shape.Width);
        if (operands.QueryTangent is not null)
            AddOverRows(block.Values.Changes, block.Tangents.QueryPanels, block.Rows, count, tangents + (long)key * depth, depth, shape.Depth);
        products.KeysAlong.AddMultiples(block.Tangents.Changes, block.Rows, group, key, count, block.Tangents.Sums, depth);
        products.KeyTangentsAlong?.AddMultiples(block.Values.Changes, block.Rows, group, key, count, block.Tangents.Sums, depth);
    }

    // Cotangents of keys and values, or with the tangents of weights and changes parts of their tangents.
    private void AddOver(in CotangentRows<T> scores, in CotangentRows<T> rows, int count, int key, int keys, T* head)
    {
        AddOverRows(scores.Weights, rows.CotangentPanels, count, keys, head + NumbersOfKeys + (long)key * width, width, shape.Width);
        AddOverRows(scores.Changes, rows.QueryPanels, count, keys, head + (long)key * depth, depth, shape.Depth);
    }

    private void Load(int group, int first, in CotangentBlock<T> block)
    {
        Load(operands.Queries, group, first, block.Rows, shape.Depth, scale, block.Values.Queries, block.Values.QueryPanels);
        Load(operands.Cotangents, group, first, block.Rows, shape.Width, T.One, block.Values.Cotangents, block.Values.CotangentPanels);
        if (operands.QueryTangent is { } dq)
            Load(dq, group, first, block.Rows, shape.Depth, scale, block.Tangents.Queries, block.Tangents.QueryPanels);
        if (operands.CotangentTangent is { } dct)
            Load(dct, group, first, block.Rows, shape.Width, T.One, block.Tangents.Cotangents, block.Tangents.CotangentPanels);
    }

    private static void Load(in AttentionRows<T, TStorage> rows, int group, int first, int count, int columns, T factor, T* loaded, T* panels)
    {
        rows.Load(group, first, count, columns, loaded);
        var all = new Span<T>(loaded, count * columns);
        if (factor != T.One)
            TensorPrimitives.Multiply(all, factor, all);
        Packer<T, TKernel, RealStorage<T, T, SameElement<T>>>.PackY(new StridedMatrix((byte*)loaded, count, columns, columns, 1), panels, count, 0);
    }

    private void Weigh(int group, int first, int key, int count, CotangentProducts<T> products, BufferView?[] dense, in CotangentBlock<T> block)
    {
        products.KeysAcross.Multiply(block.Values.Queries, block.Rows, group, key, count, block.Values.Weights);
        products.ValuesAcross.Multiply(block.Values.Cotangents, block.Rows, group, key, count, block.Values.Changes);
        if (HasTangent)
        {
            MultiplyTangents(block.Tangents.Queries, block.Values.Queries, operands.QueryTangent is null ? null : products.KeysAcross, products.KeyTangentsAcross, block.Rows, group, key, count, block.Tangents.Weights);
            MultiplyTangents(block.Tangents.Cotangents, block.Values.Cotangents, operands.CotangentTangent is null ? null : products.ValuesAcross, products.ValueTangentsAcross, block.Rows, group, key, count, block.Tangents.Changes);
        }
        for (int row = 0; row < block.Rows; row++)
            WeighRow(group, first + row, row, key, count, dense, block);
    }

    // dx·yᵀ + x·dyᵀ, of which either may be missing.
    private static void MultiplyTangents(T* dx, T* x, IKeyProducts<T>? y, IKeyProducts<T>? dy, int rows, int group, int key, int count, T* scores)
    {
        if (y is null && dy is null)
            NativeMemory.Clear(scores, (nuint)((long)rows * KeyBlock.Length * sizeof(T)));
        y?.Multiply(dx, rows, group, key, count, scores);
        dy?.Multiply(x, rows, group, key, count, scores, accumulate: y is not null);
    }

    private void WeighRow(int group, int row, int place, int key, int count, BufferView?[] dense, in CotangentBlock<T> block)
    {
        int padded = (count + V.Count - 1) / V.Count * V.Count, seen = Math.Clamp(shape.KeysSeenBy(row) - key, 0, count);
        long at = (long)group * shape.Rows + row, start = (long)place * KeyBlock.Length;
        T* weights = block.Values.Weights + start, changes = block.Values.Changes + start;
        new Span<T>(weights + seen, padded - seen).Fill(T.NegativeInfinity);
        new Span<T>(changes + seen, padded - seen).Clear();
        if (operands.Mask.IsThere)
            operands.Mask.Apply(group, row, key, seen, weights);
        // Of a row that sees nothing the sum is 0.
        T logSum = ((T*)dense[0]!.Pointer)[at], less = ((T*)dense[1]!.Pointer)[at];
        ScoreRow<T, V, TNumber>.Exp(weights, padded, logSum == T.NegativeInfinity ? T.Zero : logSum);
        if (!HasTangent)
        {
            ScoreRow<T, V, TNumber>.SubtractAndMultiply(changes, less, weights, padded);
            return;
        }
        T* dweights = block.Tangents.Weights + start, dchanges = block.Tangents.Changes + start;
        new Span<T>(dweights + seen, padded - seen).Clear();
        new Span<T>(dchanges + seen, padded - seen).Clear();
        if (operands.MaskTangent.IsThere)
            operands.MaskTangent.Apply(group, row, key, seen, dweights);
        ScoreRow<T, V, TNumber>.SubtractAndMultiply(dweights, ((T*)dense[2]!.Pointer)[at], weights, padded);
        ScoreRow<T, V, TNumber>.ProductRule(changes, dchanges, less, ((T*)dense[3]!.Pointer)[at], weights, dweights, padded);
    }

    // sums[key] += Σ_row x[row, key]·panels[row].
    private static void AddOverRows(T* x, T* panels, int rows, int keys, T* sums, int stride, int columns) =>
        new PanelProduct<T, TKernel>(Panels<T>.InPlace(x, 1, KeyBlock.Length), keys, rows, Panels<T>.Packed(panels, rows)).Run(sums, stride, columns, accumulate: true);

    // Queries were multiplied by the scale already.
    private void StoreHead(int group, T* head, int output)
    {
        StoreRows(head, depth, shape.Depth, shape.Keys, T.One, outputs[output], (long)group * shape.Keys);
        StoreRows(head + NumbersOfKeys, width, shape.Width, shape.Keys, T.One, outputs[output + 1], (long)group * shape.Keys);
    }

    private static void StoreRows(T* sums, int stored, int columns, int rows, T factor, BufferView output, long first)
    {
        for (long row = 0; row < rows; row++)
        {
            ScoreRow<T, V, TNumber>.Scale(sums + row * stored, stored, factor);
            TStorage.Narrow(sums + row * stored, output.Pointer + (first + row) * columns * TStorage.Size, columns);
        }
    }
}
