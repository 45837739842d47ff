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

    /// <summary>Lanes of a register: elements of a row's vectors.</summary>
    public abstract int Lanes { get; }

    /// <summary>Makes accumulators of nothing: elements of the reduction's type.</summary>
    public abstract void Fill(byte* accumulators, long count);

    /// <summary>Adds rows one after the other, one element to each accumulator; <paramref name="stride"/> bytes from row to row.</summary>
    public abstract void AddRows(byte* accumulators, byte* rows, long stride, long rowCount, long count);

    /// <summary>
    /// Adds rows to sets of accumulators by turns: the first to the set of number <paramref name="first"/> modulo
    /// <paramref name="sets"/>. They lie one after the other, of <paramref name="count"/> accumulators each.
    /// </summary>
    public void AddByTurns(byte* accumulators, long sets, byte* rows, long stride, long first, long rowCount, long count)
    {
        long bytes = count * ElementBytes;
        if (stride == bytes && first % sets == 0)
        {
            // Without gaps, a turn is one wide row; the last may not be whole.
            long turns = rowCount / sets;
            AddRows(accumulators, rows, sets * stride, turns, sets * count);
            AddRows(accumulators, rows + turns * sets * stride, 0, 1, rowCount % sets * count);
            return;
        }
        for (long row = 0; row < Math.Min(sets, rowCount); row++)
            AddRows(accumulators + (first + row) % sets * bytes, rows + row * stride, sets * stride, (rowCount - row + sets - 1) / sets, count);
    }

    /// <summary>Adds the later half of some sets of accumulators to the earlier one, until one set is left.</summary>
    public void AddHalves(byte* accumulators, long sets, long count)
    {
        for (long half = sets / 2; half > 0; half /= 2)
            AddRows(accumulators, accumulators + half * count * ElementBytes, 0, 1, half * count);
    }

    /// <summary>Adds the second of four sets of accumulators to the first, the fourth to the third, and then that to the first.</summary>
    public void AddPairs(byte* accumulators, long count)
    {
        long bytes = count * ElementBytes;
        AddRows(accumulators, accumulators + bytes, 0, 1, count);
        AddRows(accumulators + 2 * bytes, accumulators + 3 * bytes, 0, 1, count);
        AddRows(accumulators, accumulators + 2 * bytes, 0, 1, count);
    }

    /// <summary>
    /// Reduces each of some columns to one element, as <see cref="AddRows"/> does; their elements are neighbours, and
    /// <paramref name="stride"/> bytes lie from one column to the next.
    /// </summary>
    public virtual void ReduceColumns(byte* columns, long stride, long rowCount, byte* results, long columnCount)
    {
        Fill(results, columnCount);
        for (long column = 0; column < columnCount; column++, columns += stride)
            AddRows(results + column * ElementBytes, columns, ElementBytes, rowCount, 1);
    }

    /// <summary>Adds the results of blocks, each to its total.</summary>
    public abstract void AddEach(byte* totals, byte* blocks, long count);

    /// <summary>Adds each of the other totals to its total.</summary>
    public abstract void Merge(byte* totals, byte* others, long count);

    /// <summary>Writes each total as an element; <paramref name="stride"/> is in bytes.</summary>
    public abstract void Finish(byte* totals, byte* elements, long stride, long count);
}
