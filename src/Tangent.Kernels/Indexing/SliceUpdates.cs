namespace Tangent.Kernels;

/// <summary>The updates of one scatter: where each goes, and how its elements lie.</summary>
/// <param name="offsets">Where in the output each update starts.</param>
/// <param name="positions">The index shape, paired with the places of the updates.</param>
/// <param name="slice">One update (source), paired with its places in the output (destination).</param>
/// <param name="groups">Into how many equal runs the updates fall so that no two runs meet the same element.</param>
internal sealed unsafe class SliceUpdates(ElementOffsets offsets, PairedAxes positions, PairedAxes slice, long groups) : Updates
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 64 * 1024;

    // Measured on rows of 1 KB: 2.5 ms without, 2.0 with.
    private const int UpdatesAhead = 2;
    private const int MostLinesAhead = 32;

    /// <inheritdoc/>
    /// <remarks>Threads share out the groups, or else the outermost axis of a slice, so that each element sees all its updates in order.</remarks>
    protected override void Run<T, TCombiner>(T* updates, T* output)
    {
        if (slice.Rank == 0)
        {
            long run = offsets.Count / groups;
            Workers.For(groups, Math.Max(1, Grain / run), (start, end) => RunElements<T, TCombiner>(updates, output, start * run, end * run));
            return;
        }
        long grain = Math.Max(1, Grain / (slice.Count / slice.Lengths[0] * offsets.Count));
        Workers.For(slice.Lengths[0], grain, (start, end) => RunSlices<T, TCombiner>(
            slice.Part(start, end), updates + start * slice.SourceStrides[0], output + start * slice.DestinationStrides[0]));
    }

    /// <summary>Applies updates of one element from position <paramref name="start"/> to before <paramref name="end"/>.</summary>
    private void RunElements<T, TCombiner>(T* updates, T* output, long start, long end)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        var walk = new PairedWalk(positions, start, stackalloc long[positions.Rank]);
        Span<long> places = stackalloc long[ElementOffsets.Chunk];
        for (; start < end; start += places.Length)
        {
            places = places[..(int)Math.Min(places.Length, end - start)];
            offsets.Read(start, places);
            for (int first = 0; first < places.Length;)
            {
                int run = (int)Math.Min(walk.Ahead, places.Length - first);
                UpdateElements<T, TCombiner>(updates + walk.Source, positions.InnerSourceStride, places.Slice(first, run), output);
                walk.Advance(run);
                first += run;
            }
        }
    }

    private static void UpdateElements<T, TCombiner>(T* updates, long stride, Span<long> places, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        for (int k = 0; k < places.Length; k++)
            if (!IndexedAxis.IsOutOfRange(places[k]))
                output[places[k]] = TCombiner.Combine(output[places[k]], updates[k * stride]);
    }

    /// <summary>Applies all updates, of each the <paramref name="part"/> given.</summary>
    private void RunSlices<T, TCombiner>(PairedAxes part, T* updates, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        PairedAxes rows = part.Without(part.Rank - 1);
        var walk = new PairedWalk(positions, 0, stackalloc long[positions.Rank]);
        Span<long> places = stackalloc long[ElementOffsets.Chunk];
        for (long start = 0; start < offsets.Count; start += places.Length)
        {
            places = places[..(int)Math.Min(places.Length, offsets.Count - start)];
            offsets.Read(start, places);
            for (int k = 0; k < places.Length; k++, walk.Next())
            {
                if (IndexedAxis.IsOutOfRange(places[k]))
                    continue;
                if (k + UpdatesAhead < places.Length)
                    BringRow(part, output, places[k + UpdatesAhead]);
                RunSlice<T, TCombiner>(part, rows, updates + walk.Source, output + places[k]);
            }
        }
    }

    // The processor does not foresee where the indices lead.
    private static void BringRow<T>(PairedAxes part, T* output, long place)
        where T : unmanaged
    {
        int line = 64 / sizeof(T);
        if (place >= 0 && part.DestinationStrides[^1] == 1)
            Prefetch.BringClose(output + place, line, (int)Math.Min(part.Lengths[^1] / line, MostLinesAhead));
    }

    /// <summary>Applies one update of at least one axis; <paramref name="rows"/> are the axes of <paramref name="part"/> but the last.</summary>
    public static void RunSlice<T, TCombiner>(PairedAxes part, PairedAxes rows, T* update, T* output)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        int last = part.Rank - 1;
        var walk = new PairedWalk(rows, 0, stackalloc long[rows.Rank]);
        for (long row = 0; row < rows.Count; row++, walk.Next())
            CombinedRow<T, TCombiner>.Update(
                output + walk.Destination, part.DestinationStrides[last],
                update + walk.Source, part.SourceStrides[last], part.Lengths[last]);
    }
}
