using System.Reflection;

namespace Tangent.Kernels;

/// <summary>
/// The loops of one reduction on one compute type. Elements are first reduced in blocks, in the elements' type; totals
/// gather the blocks. Arrays of elements and of totals are dense.
/// </summary>
internal abstract unsafe class FoldLoops
{
    /// <summary>Bytes of an element.</summary>
    public abstract int ElementBytes { get; }

    /// <summary>Bytes of a total.</summary>
    public abstract int TotalBytes { get; }

    /// <summary>Makes totals of nothing.</summary>
    public abstract void Start(byte* totals, long count);

    /// <summary>Adds a block of neighbours to one total.</summary>
    public abstract void AddRow(byte* total, byte* elements, long count);

    /// <summary>Reduces each of some rows of neighbours to one element; the strides from one to the next are in bytes.</summary>
    public virtual void ReduceRows(byte* rows, long rowStride, long count, byte* results, long resultStride, long rowCount)
    {
        byte* total = stackalloc byte[TotalBytes];
        for (long row = 0; row < rowCount; row++)
        {
            Start(total, 1);
            AddRow(total, rows + row * rowStride, count);
            Finish(total, results + row * resultStride, 0, 1);
        }
    }

    /// <summary>Bytes of the accumulators of a row that is added piece by piece: vectors for whole ones, then for the elements left over.</summary>
    public const int RowBytes = 2 * RestOffset;

    /// <summary>Where in a row's accumulators those of the elements begin that fill no vector.</summary>
    public const int RestOffset = 4 * 64;

    /// <summary>
    /// The operation on vectors of the type <see cref="MethodInfo.ReturnType"/>, for loops that fold as they compute: of the
    /// four vectors of a row's accumulators the next in turn takes the next vector, the first those after the last four.
    /// Null if a row's accumulators are no vectors.
    /// </summary>
    public virtual MethodInfo? Combination => null;

    /// <summary>Makes a row's accumulators of nothing.</summary>
    public abstract void StartRow(byte* row);

    /// <summary>Adds neighbours to a row's accumulators, whole groups of 256 but in the last call.</summary>
    public abstract void AddToRow(byte* row, byte* elements, long count);

    /// <summary>Adds a row of <paramref name="count"/> elements to a total: the same as <see cref="AddRow"/> of all its elements.</summary>
    public abstract void EndRow(byte* total, byte* row, long count);

    /// <summary>Makes accumulators of nothing: elements of the reduction's type.</summary>
    public abstract void StartColumns(byte* accumulators, long count);

    /// <summary>Adds one element to each accumulator.</summary>
    public abstract void AddColumns(byte* accumulators, byte* elements, long count);

    /// <summary>Adds four elements to each accumulator, from rows that lie <paramref name="stride"/> bytes apart.</summary>
    public abstract void AddFourRows(byte* accumulators, byte* elements, long stride, long count);

    /// <summary>Adds each accumulator to its total.</summary>
    public abstract void EndColumns(byte* totals, byte* accumulators, long count);

    /// <summary>Adds each of the other totals to its total.</summary>
    public abstract void Merge(byte* totals, byte* others, long count);

    /// <summary>Writes each total as an element; <paramref name="stride"/> is in bytes.</summary>
    public abstract void Finish(byte* totals, byte* elements, long stride, long count);
}
