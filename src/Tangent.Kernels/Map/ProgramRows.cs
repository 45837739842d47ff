namespace Tangent.Kernels;

/// <summary>The row functions of one program, one for each set of inputs that are single elements.</summary>
internal sealed unsafe class ProgramRows(Program program)
{
    private sealed record Entry(ulong Scalars, RowFunction Row);

    private volatile Entry[] entries = [];

    /// <summary>The elements below which a part of the work is not worth a thread.</summary>
    public long Grain { get; } = ProgramCost.Grain(program);

    /// <summary>The function for inputs of which those with a bit in <paramref name="scalars"/> are single elements.</summary>
    public RowFunction Get(ulong scalars, long count)
    {
        foreach (Entry entry in entries)
        {
            if (entry.Scalars == scalars)
                return entry.Row;
        }
        return Add(scalars);
    }

    private RowFunction Add(ulong scalars)
    {
        lock (this)
        {
            var entry = new Entry(scalars, new TileInterpreter(TilePlan.Of(program, scalars)).Run);
            entries = [.. entries, entry];
            return entry.Row;
        }
    }
}
