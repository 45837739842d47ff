namespace Tangent.Kernels;

/// <summary>
/// The row functions of one program, one for each set of inputs that are single elements. A function starts out
/// interpreted; once emitted code would have saved what emitting it costs, it is emitted.
/// </summary>
internal sealed class ProgramRows(Program program)
{
    private readonly Lock making = new();
    private volatile AdaptiveRow[] rows = [];
    private volatile StreamingRow[] streaming = [];

    /// <summary>The elements below which a part of the work is not worth a thread.</summary>
    public long Grain { get; } = ProgramCost.Grain(program);

    /// <summary>
    /// The function for inputs of which those with a bit in <paramref name="scalars"/> are single elements, to run once
    /// over <paramref name="count"/> elements in all, in so many <paramref name="calls"/>.
    /// </summary>
    public LoopFunction Get(ulong scalars, long count, long calls = 1)
    {
        foreach (AdaptiveRow row in rows)
        {
            if (row.Scalars == scalars)
                return row.For(count, calls);
        }
        return Add(scalars).For(count, calls);
    }

    /// <summary>The function that stores past the caches, for inputs as in <see cref="Get"/>; null where there is none.</summary>
    public LoopFunction? Streaming(ulong scalars)
    {
        foreach (StreamingRow known in streaming)
        {
            if (known.Scalars == scalars)
                return known.Row;
        }
        StreamingRow made = StreamingRow.Make(program, scalars);
        lock (making)
            streaming = [.. streaming, made];
        return made.Row;
    }

    private AdaptiveRow Add(ulong scalars)
    {
        lock (making)
        {
            foreach (AdaptiveRow known in rows)
            {
                if (known.Scalars == scalars)
                    return known;
            }
            var row = new AdaptiveRow(program, scalars);
            rows = [.. rows, row];
            return row;
        }
    }
}
