using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// Attention in one pass over the keys, with the largest score so far and the sum of the exponentials of each row (Milakov and Gimelshein, "Online normalizer calculation for softmax",
/// 2018; Dao et al., "FlashAttention", 2022), and in the same pass the sums of its tangent, in which that of the largest score cancels. Memory beside the packed keys and values: a block of scores a thread.
/// </summary>
internal sealed unsafe class AttentionProduct<T, V, TKernel, TStorage, TNumber>
    where T : unmanaged, IFloatingPointIeee754<T>
    where V : unmanaged, ILanes<V, T>
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
    where TNumber : IAttentionNumber<T>
{
    private const int Tiles = 4;

    private readonly AttentionShape shape;
    private readonly AttentionOperands<T, TStorage> operands;
    private readonly T scale;
    private readonly BufferView[] outputs;
    private readonly int width;
    private readonly int blocks;

    public AttentionProduct(AttentionShape shape, AttentionOperands<T, TStorage> operands, double scale, BufferView[] outputs)
    {
        (this.shape, this.operands, this.outputs) = (shape, operands, outputs);
        this.scale = T.CreateTruncating(scale);
        width = Packer<T, TKernel, TStorage>.Padded(shape.Width);
        blocks = (shape.Rows + RowsOfBlock - 1) / RowsOfBlock;
    }

    private static int RowsOfBlock => Tiles * TKernel.MaxRows;

    private bool HasTangent => operands.HasTangent;

    public void Run()
    {
        // With a tangent or without, so that the value has the same bits.
        bool isInPlace = KeysInPlace<T, TStorage>.Fits(shape.Rows);
        using IKeyProducts<T> keys = isInPlace ? InPlace(operands.Keys) : KeyPanels<T, TKernel, TStorage>.Across(shape, operands.Keys);
        using IKeyProducts<T> values = isInPlace ? InPlace(operands.Values) : KeyPanels<T, TKernel, TStorage>.Along(shape, operands.Values);
        using IKeyProducts<T>? pairs = operands.ScorePairs is { } rows ? KeyPanels<T, TKernel, TStorage>.Across(shape, rows) : null;
        using IKeyProducts<T>? tangents = operands.ValueTangent is { } dv ? KeyPanels<T, TKernel, TStorage>.Along(shape, dv) : null;
        var products = new AttentionProducts<T>(keys, values, pairs, tangents);
        double operations = 2.0 * shape.Groups * shape.Rows * shape.Keys * (shape.Depth + shape.Width) * (HasTangent ? 3 : 1);
        long count = (long)shape.Groups * blocks;
        Workers.For(count, Workers.Grain(count, ProductGrid.Threads(operations)), (start, end) =>
        {
            for (long item = start; item < end; item++)
                RunBlock((int)(item / blocks), (int)(item % blocks) * RowsOfBlock, products);
        });
    }

    private KeysInPlace<T, TStorage> InPlace(AttentionRows<T, TStorage> rows) => new(outputs[0].DType, rows, 8 * sizeof(V));

    private void RunBlock(int group, int first, AttentionProducts<T> products)
    {
        int rows = Math.Min(RowsOfBlock, shape.Rows - first);
        var block = new AttentionBlock<T>(rows, shape.Depth, width, KeyBlock.Length, operands.TangentDepth(shape.Depth), HasTangent);
        Load(group, first, rows, block);
        int seen = shape.KeysSeen(first, rows);
        for (int key = 0; key < seen; key += KeyBlock.Length)
            AddKeys(group, first, rows, key, Math.Min(KeyBlock.Length, seen - key), products, block);
        Store(group, first, rows, block);
    }

    private void Load(int group, int first, int rows, in AttentionBlock<T> block)
    {
        Load(operands.Queries, group, first, rows, shape.Depth, block.Queries);
        if (operands.ScorePairs is not null)
            LoadPairs(group, first, rows, block);
        for (int row = 0; row < rows; row++)
        {
            T sink = operands.Sink(group, first + row);
            block.Largest[row] = sink;
            block.Sum[row] = sink == T.NegativeInfinity ? T.Zero : T.One;
        }
    }

    private void Load(in AttentionRows<T, TStorage> source, int group, int first, int rows, int stored, T* loaded)
    {
        source.Load(group, first, rows, stored, loaded);
        var all = new Span<T>(loaded, rows * stored);
        TensorPrimitives.Multiply(all, scale, all);
    }

    // Beside each other what is multiplied with the keys and with their tangents.
    private void LoadPairs(int group, int first, int rows, in AttentionBlock<T> block)
    {
        int depth = shape.Depth, both = operands.TangentDepth(depth);
        if (operands.QueryTangent is { } dq)
            Load(dq, group, first, rows, both, block.Pairs);
        for (int row = 0; operands.HasKeyTangent && row < rows; row++)
            new Span<T>(block.Queries + (long)row * depth, depth).CopyTo(new Span<T>(block.Pairs + (long)(row + 1) * both - depth, depth));
    }

    private void AddKeys(int group, int first, int rows, int key, int count, AttentionProducts<T> products, in AttentionBlock<T> block)
    {
        int stride = KeyBlock.Length, padded = (count + V.Count - 1) / V.Count * V.Count;
        products.Keys.Multiply(block.Queries, rows, group, key, count, block.Scores);
        if (products.Pairs is { } pairs)
            pairs.Multiply(block.Pairs, rows, group, key, count, block.Tangents);
        else if (HasTangent)
            NativeMemory.Clear(block.Tangents, (nuint)((long)rows * stride * sizeof(T)));
        for (int row = 0; row < rows; row++)
            Weigh(group, first + row, row, key, count, padded, block);
        products.Values.AddMultiples(block.Scores, rows, group, key, count, block.Output, width);
        if (!HasTangent)
            return;
        products.ValueTangents?.AddMultiples(block.Scores, rows, group, key, count, block.OutputTangent, width);
        for (int row = 0; row < rows; row++)
            block.SumTangent[row] += ScoreRow<T, V, TNumber>.Multiply(block.Tangents + row * stride, block.Scores + row * stride, padded);
        if (products.Pairs is not null || operands.MaskTangent.IsThere)
            products.Values.AddMultiples(block.Tangents, rows, group, key, count, block.OutputTangent, width);
    }

    // A row of scores becomes weights, and what was summed so far is brought to the same scale.
    private void Weigh(int group, int row, int place, int key, int count, int padded, in AttentionBlock<T> block)
    {
        int stride = KeyBlock.Length;
        T* scores = block.Scores + place * stride;
        int seen = Math.Clamp(shape.KeysSeenBy(row) - key, 0, count);
        new Span<T>(scores + seen, padded - seen).Fill(T.NegativeInfinity);
        if (operands.Mask.IsThere)
            operands.Mask.Apply(group, row, key, seen, scores);
        if (HasTangent)
        {
            T* changes = block.Tangents + place * stride;
            new Span<T>(changes + seen, padded - seen).Clear();
            if (operands.MaskTangent.IsThere)
                operands.MaskTangent.Apply(group, row, key, seen, changes);
        }
        T largest = ScoreRow<T, V, TNumber>.Max(scores, padded), before = block.Largest[place];
        if (largest > before)
        {
            Rescale(place, before == T.NegativeInfinity ? T.Zero : T.Exp(before - largest), block);
            block.Largest[place] = before = largest;
        }
        // Where nothing counts so far -∞ less itself would be NaN.
        block.Sum[place] += ScoreRow<T, V, TNumber>.Exp(scores, padded, before == T.NegativeInfinity ? T.Zero : before);
    }

    private void Rescale(int place, T factor, in AttentionBlock<T> block)
    {
        block.Sum[place] *= factor;
        ScoreRow<T, V, TNumber>.Scale(block.Output + (long)place * width, width, factor);
        if (!HasTangent)
            return;
        block.SumTangent[place] *= factor;
        ScoreRow<T, V, TNumber>.Scale(block.OutputTangent + (long)place * width, width, factor);
    }

    private void Store(int group, int first, int rows, in AttentionBlock<T> block)
    {
        T* sums = (T*)outputs[1].Pointer, changes = HasTangent ? (T*)outputs[3].Pointer : null;
        long start = (long)group * shape.Rows + first;
        for (int row = 0; row < rows; row++)
        {
            T sum = block.Sum[row], factor = sum == T.Zero ? T.Zero : T.One / sum;
            sums[start + row] = sum == T.Zero ? T.NegativeInfinity : block.Largest[row] + T.Log(sum);
            StoreRow(block.Output + (long)row * width, factor, outputs[0], start + row);
            if (!HasTangent)
                continue;
            changes[start + row] = block.SumTangent[row] * factor;
            StoreRow(block.OutputTangent + (long)row * width, factor, outputs[2], start + row);
        }
    }

    private void StoreRow(T* sums, T factor, BufferView output, long row)
    {
        ScoreRow<T, V, TNumber>.Scale(sums, width, factor);
        TStorage.Narrow(sums, output.Pointer + row * shape.Width * TStorage.Size, shape.Width);
    }
}
