namespace Tangent.Kernels;

/// <summary>The part of a reduction that is about totals.</summary>
internal abstract unsafe class TotalLoops<TTotal, T> : FoldLoops
    where TTotal : unmanaged, ITotal<TTotal, T>
    where T : unmanaged
{
    public sealed override int ElementBytes => sizeof(T);

    public sealed override int TotalBytes => sizeof(TTotal);

    public sealed override void Start(byte* totals, long count)
    {
        for (long i = 0; i < count; i++)
            ((TTotal*)totals)[i] = TTotal.Identity;
    }

    public sealed override void AddRow(byte* total, byte* elements, long count) =>
        *(TTotal*)total = TTotal.Add(*(TTotal*)total, Reduce((T*)elements, count));

    public override void ReduceRows(byte* rows, long rowStride, long count, byte* results, long resultStride, long rowCount)
    {
        for (long row = 0; row < rowCount; row++)
            *(T*)(results + row * resultStride) = Reduce((T*)(rows + row * rowStride), count);
    }

    public sealed override void AddBlocks(byte* blocks, long count, byte* element)
    {
        TTotal total = TTotal.Identity;
        for (long i = 0; i < count; i++)
            total = TTotal.Add(total, ((T*)blocks)[i]);
        *(T*)element = TTotal.Value(total);
    }

    public sealed override void EndRow(byte* total, byte* row, long count) =>
        *(TTotal*)total = TTotal.Add(*(TTotal*)total, RowResult(row, count));

    public sealed override void AddEach(byte* totals, byte* blocks, long count) =>
        TTotal.AddEach((TTotal*)totals, (T*)blocks, count);

    public sealed override void Merge(byte* totals, byte* others, long count)
    {
        TTotal* total = (TTotal*)totals;
        for (long i = 0; i < count; i++)
            total[i] = TTotal.Merge(total[i], ((TTotal*)others)[i]);
    }

    public sealed override void Finish(byte* totals, byte* elements, long stride, long count)
    {
        for (long i = 0; i < count; i++)
            *(T*)(elements + i * stride) = TTotal.Value(((TTotal*)totals)[i]);
    }

    /// <summary>What a row's accumulators come to after so many elements.</summary>
    protected abstract T RowResult(byte* row, long count);

    /// <summary>A block of neighbours reduced: the same as by the accumulators of a row.</summary>
    protected virtual T Reduce(T* elements, long count)
    {
        byte* row = stackalloc byte[RowBytes];
        StartRow(row);
        AddToRow(row, (byte*)elements, count);
        return RowResult(row, count);
    }
}
