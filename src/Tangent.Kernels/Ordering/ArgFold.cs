namespace Tangent.Kernels;

/// <summary>One search for extremes: rows of <paramref name="count"/> elements, <paramref name="stride"/> apart.</summary>
/// <param name="maximum">True for the largest.</param>
/// <param name="x">The first element.</param>
/// <param name="stride">Elements between neighbours in a row.</param>
/// <param name="count">Elements of a row, at least one.</param>
/// <param name="rows">Where the rows start (source) and where their results go (destination).</param>
/// <param name="output">The places.</param>
internal readonly unsafe struct ArgFold(bool maximum, byte* x, long stride, long count, PairedAxes rows, uint* output) : IElementAction
{
    /// <summary>Elements below which a second thread costs more than it saves.</summary>
    private const long Grain = 64 * 1024;

    /// <summary>Columns that are searched together: their best values and places stay in the first cache.</summary>
    private const int Columns = 256;

    private readonly bool maximum = maximum;
    private readonly byte* x = x;
    private readonly long stride = stride;
    private readonly long count = count;
    private readonly PairedAxes rows = rows;
    private readonly uint* output = output;

    /// <inheritdoc/>
    public void Run<T, TArithmetic>()
        where T : unmanaged
        where TArithmetic : struct, IArithmetic<T>
    {
        if (maximum)
            Find<T, Larger<T, TArithmetic>>();
        else
            Find<T, Smaller<T, TArithmetic>>();
    }

    private void Find<T, TPreference>()
        where T : unmanaged
        where TPreference : struct, IPreference<T>
    {
        if (rows.Rank > 0 && rows.SourceStrides[^1] == 1 && stride != 1)
            FindInColumns<T, TPreference>();
        else if (rows.Count < Workers.Count && count > Grain)
            FindInLongRows<T, TPreference>();
        else
            FindInRows<T, TPreference>();
    }

    private void FindInRows<T, TPreference>()
        where T : unmanaged
        where TPreference : struct, IPreference<T>
    {
        ArgFold self = this;
        Workers.For(rows.Count, Math.Max(1, Grain / count), (start, end) =>
        {
            var walk = new PairedWalk(self.rows, start, stackalloc long[self.rows.Rank]);
            for (; start < end; start++, walk.Next())
                self.output[walk.Destination] = (uint)FirstBest<T, TPreference>.InRow((T*)self.x + walk.Source, self.stride, self.count);
        });
    }

    /// <summary>Threads search parts of one row; of equals the earliest stays.</summary>
    private void FindInLongRows<T, TPreference>()
        where T : unmanaged
        where TPreference : struct, IPreference<T>
    {
        ArgFold self = this;
        var walk = new PairedWalk(rows, 0, stackalloc long[rows.Rank]);
        for (long row = 0; row < rows.Count; row++, walk.Next())
        {
            T* first = (T*)x + walk.Source;
            var places = new List<long>();
            Workers.For(count, Grain, (start, end) =>
            {
                long place = start + FirstBest<T, TPreference>.InRow(first + start * self.stride, self.stride, end - start);
                lock (places)
                    places.Add(place);
            });
            places.Sort();
            long best = places[0];
            foreach (long place in places)
                if (FirstBest<T, TPreference>.Replaces(first[place * stride], first[best * stride]))
                    best = place;
            output[walk.Destination] = (uint)best;
        }
    }

    /// <summary>Searches neighbouring columns together, row by row, where the axis itself would jump through memory.</summary>
    private void FindInColumns<T, TPreference>()
        where T : unmanaged
        where TPreference : struct, IPreference<T>
    {
        ArgFold self = this;
        int last = rows.Rank - 1;
        PairedAxes outer = rows.Without(last);
        long length = rows.Lengths[last], blocks = (length + Columns - 1) / Columns;
        Workers.For(outer.Count * blocks, Math.Max(1, Grain / (count * Columns)), (start, end) =>
        {
            Span<long> index = stackalloc long[outer.Rank];
            for (; start < end; start++)
            {
                var (row, block) = Math.DivRem(start, blocks);
                var walk = new PairedWalk(outer, row, index);
                long column = block * Columns;
                FirstBest<T, TPreference>.InColumns(
                    (T*)self.x + walk.Source + column, self.stride, self.count,
                    self.output + walk.Destination + column, (int)Math.Min(Columns, length - column));
            }
        });
    }
}
