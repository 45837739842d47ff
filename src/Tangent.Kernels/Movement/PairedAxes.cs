namespace Tangent.Kernels;

/// <summary>
/// The axes over which elements move from a source to a destination of the same shape, outermost first: without
/// axes of length 1, ordered by falling stride of the destination, neighbours merged where both run straight through.
/// </summary>
internal sealed class PairedAxes
{
    private PairedAxes(long[] lengths, long[] sourceStrides, long[] destinationStrides)
    {
        Lengths = lengths;
        SourceStrides = sourceStrides;
        DestinationStrides = destinationStrides;
        Count = 1;
        foreach (long length in lengths)
            Count *= length;
    }

    /// <summary>Lengths of the axes; none for a single element.</summary>
    public long[] Lengths { get; }

    /// <summary>Elements between neighbours in the source.</summary>
    public long[] SourceStrides { get; }

    /// <summary>Elements between neighbours in the destination.</summary>
    public long[] DestinationStrides { get; }

    /// <summary>Elements between neighbours on the innermost axis of the source; 0 for a single element.</summary>
    public long InnerSourceStride => Rank == 0 ? 0 : SourceStrides[^1];

    /// <summary>Number of axes.</summary>
    public int Rank => Lengths.Length;

    /// <summary>Number of elements.</summary>
    public long Count { get; }

    /// <summary>Simplifies the axes of <paramref name="shape"/>.</summary>
    public static PairedAxes Of(ReadOnlySpan<int> shape, ReadOnlySpan<long> sourceStrides, ReadOnlySpan<long> destinationStrides)
    {
        var lengths = new long[shape.Length];
        var source = new long[shape.Length];
        var destination = new long[shape.Length];
        int rank = 0;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 1)
                continue;
            int place = rank++;
            for (; place > 0 && Math.Abs(destination[place - 1]) < Math.Abs(destinationStrides[axis]); place--)
                (lengths[place], source[place], destination[place]) = (lengths[place - 1], source[place - 1], destination[place - 1]);
            (lengths[place], source[place], destination[place]) = (shape[axis], sourceStrides[axis], destinationStrides[axis]);
        }
        rank = Merge(lengths, source, destination, rank);
        return rank == shape.Length ? new(lengths, source, destination) : new(lengths[..rank], source[..rank], destination[..rank]);
    }

    /// <summary>The leading <paramref name="rank"/> axes of an array, paired with the numbers of their positions in row-major order.</summary>
    public static PairedAxes OfPositions(Layout layout, int rank)
    {
        var shape = layout.Shape.AsSpan(0, rank);
        return Of(shape, layout.Strides.AsSpan(0, rank), Layout.RowMajorStrides(shape));
    }

    /// <summary>The same axes with only the places from <paramref name="start"/> to before <paramref name="end"/> on the outermost.</summary>
    public PairedAxes Part(long start, long end) =>
        end - start == Lengths[0] ? this : new([end - start, .. Lengths.AsSpan(1)], SourceStrides, DestinationStrides);

    /// <summary>The axes but one.</summary>
    public PairedAxes Without(int axis) =>
        new(Remove(Lengths, axis), Remove(SourceStrides, axis), Remove(DestinationStrides, axis));

    private static int Merge(long[] lengths, long[] source, long[] destination, int rank)
    {
        int last = -1;
        for (int axis = 0; axis < rank; axis++)
        {
            bool runsThrough = last >= 0
                && source[last] == source[axis] * lengths[axis]
                && destination[last] == destination[axis] * lengths[axis];
            if (!runsThrough)
                lengths[++last] = lengths[axis];
            else
                lengths[last] *= lengths[axis];
            (source[last], destination[last]) = (source[axis], destination[axis]);
        }
        return last + 1;
    }

    private static long[] Remove(long[] values, int index)
    {
        var rest = new long[values.Length - 1];
        values.AsSpan(0, index).CopyTo(rest);
        values.AsSpan(index + 1).CopyTo(rest.AsSpan(index));
        return rest;
    }
}
