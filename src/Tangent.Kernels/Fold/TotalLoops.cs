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

    public override void StartRow(byte* row) => Start(row, 1);

    public override void AddToRow(byte* row, byte* elements, long count) => AddRow(row, elements, count);

    public override void EndRow(byte* total, byte* row, long count) => Merge(total, row, 1);

    public sealed override void EndColumns(byte* totals, byte* accumulators, long count) =>
        TTotal.AddEach((TTotal*)totals, (T*)accumulators, count);

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
}
