namespace Tangent.Kernels;

/// <summary>The updates of one scatter: where each goes, and how its elements lie.</summary>
/// <param name="offsets">Where in the output each update starts.</param>
/// <param name="positions">The index shape, paired with the places of the updates.</param>
/// <param name="slice">One update (source), paired with its places in the output (destination).</param>
/// <param name="groups">Into how many equal runs the updates fall so that no two runs meet the same element.</param>
/// <param name="areApart">True if two updates meet the same element only where they start at the same place.</param>
internal sealed unsafe class SliceUpdates(ElementOffsets offsets, PairedAxes positions, PairedAxes slice, long groups, bool areApart)
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 64 * 1024;

    // So many neighbouring elements fall to one thread, that threads seldom write to one page; which thread, is left to a hash
    // (Knuth's, by the golden ratio), since some places are often more popular than others. Too few of them are shared unfairly.
    private const ulong OwnedTogether = 1024;
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private const long PlacesPerOwner = 64 * (long)OwnedTogether;

    // Measured on rows of 1 KB: 2.5 ms without, 2.0 with.
    private const int UpdatesAhead = 2;
    private const int MostLinesAhead = 32;

    /// <summary>Applies all updates in row-major order.</summary>
    public void Run(ScatterMode mode, BufferView updates, BufferView output)
    {
        if (mode == ScatterMode.Set)
            ElementWidth.Dispatch(output.DType, new SetAction(this, updates, output));
        else
            ElementTypes.Dispatch(output.DType, new CombineAction(this, mode, updates, output));
    }

    /// <summary>
    /// Threads share out the groups, or else the places, or else the outermost axis of a slice, so that each element sees all its
    /// updates in order.
    /// </summary>
    private void Run<T, TCombiner>(T* updates, T* output, long outputCount)
        where T : unmanaged
        where TCombiner : struct, ICombiner<T>
    {
        if (slice.Rank == 0)
        {
            long run = offsets.Count / groups;
            Workers.For(groups, Math.Max(1, Grain / run), (start, end) => RunElements<T, TCombiner>(updates, output, start * run, end * run));
            return;
        }
        if (areApart && outputCount >= Workers.Count * PlacesPerOwner)
        {
            int owners = (int)Math.Clamp(offsets.Count * slice.Count / Grain, 1, Workers.Count);
            Workers.For(owners, 1, (start, end) =>
            {
                for (long owner = start; owner < end; owner++)
                    RunSlices<T, TCombiner>(slice, updates, output, (int)owner, owners);
            });
            return;
        }
        long grain = Math.Max(1, Grain / (slice.Count / slice.Lengths[0] * offsets.Count));
        Workers.For(slice.Lengths[0], grain, (start, end) => RunSlices<T, TCombiner>(
            slice.Part(start, end), updates + start * slice.SourceStrides[0], output + start * slice.DestinationStrides[0], 0, 1));
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
            if (places[k] >= 0)
                output[places[k]] = TCombiner.Combine(output[places[k]], updates[k * stride]);
    }

    /// <summary>Applies the updates whose place falls to one of <paramref name="owners"/>, of each the <paramref name="part"/> given.</summary>
    private void RunSlices<T, TCombiner>(PairedAxes part, T* updates, T* output, int owner, int owners)
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
                if (places[k] < 0 || OwnerOf(places[k], owners) != owner)
                    continue;
                if (k + UpdatesAhead < places.Length)
                    BringRow(part, output, places[k + UpdatesAhead]);
                RunSlice<T, TCombiner>(part, rows, updates + walk.Source, output + places[k]);
            }
        }
    }

    private static int OwnerOf(long place, int owners) =>
        owners == 1 ? 0 : (int)(((ulong)place / OwnedTogether * GoldenRatio >> 40) % (ulong)owners);

    // The processor does not foresee where the indices lead.
    private static void BringRow<T>(PairedAxes part, T* output, long place)
        where T : unmanaged
    {
        int line = 64 / sizeof(T);
        if (place >= 0 && part.DestinationStrides[^1] == 1)
            Prefetch.BringClose(output + place, line, (int)Math.Min(part.Lengths[^1] / line, MostLinesAhead));
    }

    private static void RunSlice<T, TCombiner>(PairedAxes part, PairedAxes rows, T* update, T* output)
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

    private readonly struct SetAction(SliceUpdates all, BufferView updates, BufferView output) : IWidthAction
    {
        public void Run<TBits>() where TBits : unmanaged =>
            all.Run<TBits, LastCombiner<TBits>>((TBits*)updates.Pointer, (TBits*)output.Pointer, output.Layout.Count);
    }

    private readonly struct CombineAction(SliceUpdates all, ScatterMode mode, BufferView updates, BufferView output) : IElementAction
    {
        public void Run<T, TArithmetic>() where T : unmanaged where TArithmetic : struct, IArithmetic<T>
        {
            var from = (T*)updates.Pointer;
            var to = (T*)output.Pointer;
            switch (mode)
            {
                case ScatterMode.Add: all.Run<T, SumCombiner<T, TArithmetic>>(from, to, output.Layout.Count); break;
                case ScatterMode.Multiply: all.Run<T, ProductCombiner<T, TArithmetic>>(from, to, output.Layout.Count); break;
                case ScatterMode.Maximum: all.Run<T, MaximumCombiner<T, TArithmetic>>(from, to, output.Layout.Count); break;
                case ScatterMode.Minimum: all.Run<T, MinimumCombiner<T, TArithmetic>>(from, to, output.Layout.Count); break;
                default: throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a scatter mode.");
            }
        }
    }
}
