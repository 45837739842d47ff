using System.Reflection;

namespace Tangent.Kernels;

/// <summary>
/// The loops of one reduction on one compute type, which group elements as <see cref="FoldGrouping"/> says. Elements are first
/// reduced in blocks, in the elements' type; totals gather the blocks. Arrays of elements and of totals are dense.
/// </summary>
internal abstract unsafe class FoldLoops
{
    /// <summary>Bytes of the accumulators of a row that is added piece by piece: vectors for whole ones, then for the elements left over.</summary>
    public const int RowBytes = 2 * RestOffset;

    /// <summary>Where in a row's accumulators those of the elements begin that fill no vector.</summary>
    public const int RestOffset = 4 * 64;

    /// <summary>Bytes of an element.</summary>
    public abstract int ElementBytes { get; }

    /// <summary>Bytes of a total.</summary>
    public abstract int TotalBytes { get; }

    /// <summary>
    /// The operation on vectors of the type <see cref="MethodInfo.ReturnType"/>, for loops that fold as they compute: of the
    /// four vectors of a row's accumulators the next in turn takes the next vector, the first those after the last four.
    /// Null if a row's accumulators are no vectors.
    /// </summary>
    public virtual MethodInfo? Combination => null;

    /// <summary>Makes totals of nothing.</summary>
    public abstract void Start(byte* totals, long count);

    /// <summary>Adds a block of neighbours to one total.</summary>
    public abstract void AddRow(byte* total, byte* elements, long count);

    /// <summary>Reduces each of some blocks of neighbours to one element; the strides from one to the next are in bytes.</summary>
    public abstract void ReduceRows(byte* rows, long rowStride, long count, byte* results, long resultStride, long rowCount);

    /// <summary>Writes the total of what some blocks were reduced to as an element.</summary>
    public abstract void AddBlocks(byte* blocks, long count, byte* element);

    /// <summary>Makes a row's accumulators of nothing.</summary>
    public abstract void StartRow(byte* row);

    /// <summary>Adds neighbours to a row's accumulators, whole groups of 256 but in the last call.</summary>
    public abstract void AddToRow(byte* row, byte* elements, long count);

    /// <summary>Adds a row of <paramref name="count"/> elements to a total: the same as <see cref="AddRow"/> of all its elements.</summary>
    public abstract void EndRow(byte* total, byte* row, long count);

    /// <summary>Makes accumulators of nothing: elements of the reduction's type.</summary>
    public abstract void StartColumns(byte* accumulators, long count);

    /// <summary>Adds rows one after the other, one element to each accumulator; <paramref name="stride"/> bytes from row to row.</summary>
    public abstract void AddRows(byte* accumulators, byte* rows, long stride, long rowCount, long count);

    /// <summary>Adds each accumulator to its total.</summary>
    public abstract void EndColumns(byte* totals, byte* accumulators, long count);

    /// <summary>Adds each of the other totals to its total.</summary>
    public abstract void Merge(byte* totals, byte* others, long count);

    /// <summary>Adds the totals of the parts of a wide row, the later half to the earlier one, until one part is left.</summary>
    public void MergeParts(byte* totals, long parts, long columns)
    {
        for (; parts > 1; parts -= parts / 2)
            Merge(totals, totals + (parts - parts / 2) * columns * TotalBytes, parts / 2 * columns);
    }

    /// <summary>Writes each total as an element; <paramref name="stride"/> is in bytes.</summary>
    public abstract void Finish(byte* totals, byte* elements, long stride, long count);
}

/// <summary>The part of a reduction that is about totals.</summary>
internal abstract unsafe class FoldLoops<TTotal, T> : FoldLoops
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

    // Of two places by turns, which the processor fetches ahead for both. Measured on 16 MB: 0.20 ms, in one go 0.23.
    public sealed override void ReduceRows(byte* rows, long rowStride, long count, byte* results, long resultStride, long rowCount)
    {
        long half = rowCount / 2;
        for (long row = 0; row < rowCount - half; row++)
        {
            *(T*)(results + row * resultStride) = Reduce((T*)(rows + row * rowStride), count);
            long other = rowCount - half + row;
            if (row < half)
                *(T*)(results + other * resultStride) = Reduce((T*)(rows + other * rowStride), count);
        }
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
