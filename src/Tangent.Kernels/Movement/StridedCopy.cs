namespace Tangent.Kernels;

/// <summary>Copies elements over paired axes of any strides: in rows, or in tiles where rows would jump through memory.</summary>
/// <param name="axes">The axes; none of them empty.</param>
/// <param name="grain">Elements below which one thread does all.</param>
/// <param name="streams">True to store rows past the caches.</param>
internal sealed unsafe class StridedCopy<TBits>(PairedAxes axes, long grain, bool streams)
    where TBits : unmanaged
{
    private readonly int transposed = TransposedAxis(axes);

    /// <summary>Copies from the first element of the source to the first of the destination.</summary>
    public void Run(TBits* source, TBits* destination)
    {
        if (axes.Rank == 0)
            *destination = *source;
        else if (transposed >= 0)
            RunTransposed(source, destination);
        else
            RunRows(source, destination);
    }

    /// <summary>The axis that is dense in the source where the innermost, dense in the destination, is not; else -1.</summary>
    private static int TransposedAxis(PairedAxes axes)
    {
        int last = axes.Rank - 1;
        if (last < 1 || axes.DestinationStrides[last] != 1 || Math.Abs(axes.SourceStrides[last]) <= 1)
            return -1;
        return Array.FindIndex(axes.SourceStrides, stride => stride == 1);
    }

    private void RunRows(TBits* source, TBits* destination)
    {
        int last = axes.Rank - 1;
        long length = axes.Lengths[last];
        long sourceStride = axes.SourceStrides[last], destinationStride = axes.DestinationStrides[last];
        if (axes.Count <= grain && last == 0)
            CopyRow(source, sourceStride, destination, destinationStride, length);
        else if (last == 0)
            Workers.For(length, grain, (start, end) => CopyRow(
                source + start * sourceStride, sourceStride, destination + start * destinationStride, destinationStride, end - start));
        else
            ForEach(axes.Without(last), grain / length, source, destination, (from, to) =>
                CopyRow(from, sourceStride, to, destinationStride, length));
    }

    private void RunTransposed(TBits* source, TBits* destination)
    {
        int last = axes.Rank - 1;
        long rows = axes.Lengths[transposed], columns = axes.Lengths[last];
        long sourceStride = axes.SourceStrides[last], destinationStride = axes.DestinationStrides[transposed];
        var outer = axes.Without(last).Without(transposed);
        if (axes.Count > grain && outer.Count < Workers.Count)
            ForEach(outer, outer.Count, source, destination, (from, to) =>
                Workers.For(rows, Math.Max(64, grain / columns), (start, end) => Transposition<TBits>.Run(
                    from + start, sourceStride, to + start * destinationStride, destinationStride, end - start, columns)));
        else
            ForEach(outer, grain / (rows * columns), source, destination, (from, to) =>
                Transposition<TBits>.Run(from, sourceStride, to, destinationStride, rows, columns));
    }

    private delegate void Part(TBits* source, TBits* destination);

    private static void ForEach(PairedAxes outer, long grain, TBits* source, TBits* destination, Part part)
    {
        Workers.For(outer.Count, Math.Max(1, grain), (start, end) =>
        {
            var walk = new PairedWalk(outer, start, stackalloc long[outer.Rank]);
            for (long i = start; i < end; i++, walk.Next())
                part(source + walk.Source, destination + walk.Destination);
            Streaming.Finish();
        });
    }

    private void CopyRow(TBits* source, long sourceStride, TBits* destination, long destinationStride, long length)
    {
        if (streams && sourceStride == 1 && destinationStride == 1)
            StreamingCopy.Run((byte*)source, (byte*)destination, length * sizeof(TBits));
        else if (destinationStride == 1)
            RowCopy<TBits>.Run(source, sourceStride, destination, length);
        else
            for (long i = 0; i < length; i++)
                destination[i * destinationStride] = source[i * sourceStride];
    }
}
