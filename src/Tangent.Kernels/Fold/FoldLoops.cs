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
