namespace Tangent.Kernels;

/// <summary>Visits the elements of paired axes in row-major order and keeps the place in source and destination.</summary>
internal ref struct PairedWalk
{
    private readonly PairedAxes axes;
    private readonly Span<long> index;

    /// <summary>A walk that stands on element <paramref name="start"/>, counted in row-major order.</summary>
    /// <param name="axes">The axes; none of them empty.</param>
    /// <param name="start">Number of the first element to visit.</param>
    /// <param name="index">Room for one number an axis, used while the walk lasts.</param>
    public PairedWalk(PairedAxes axes, long start, Span<long> index)
    {
        this.axes = axes;
        this.index = index;
        for (int axis = axes.Rank - 1; axis >= 0; axis--)
        {
            (start, index[axis]) = Math.DivRem(start, axes.Lengths[axis]);
            Source += index[axis] * axes.SourceStrides[axis];
            Destination += index[axis] * axes.DestinationStrides[axis];
        }
    }

    /// <summary>Elements from the first of the source.</summary>
    public long Source { get; private set; }

    /// <summary>Elements from the first of the destination.</summary>
    public long Destination { get; private set; }

    /// <summary>How many elements lie ahead on the innermost axis, this one included.</summary>
    public readonly long Ahead => axes.Rank == 0 ? 1 : axes.Lengths[^1] - index[axes.Rank - 1];

    /// <summary>Goes to the next element; after the last, to the first.</summary>
    public void Next() => Advance(1);

    /// <summary>Goes on by <paramref name="count"/> elements, at most those <see cref="Ahead"/>.</summary>
    public void Advance(long count)
    {
        for (int axis = axes.Rank - 1; axis >= 0; axis--, count = 1)
        {
            Source += count * axes.SourceStrides[axis];
            Destination += count * axes.DestinationStrides[axis];
            index[axis] += count;
            if (index[axis] < axes.Lengths[axis])
                return;
            index[axis] = 0;
            Source -= axes.Lengths[axis] * axes.SourceStrides[axis];
            Destination -= axes.Lengths[axis] * axes.DestinationStrides[axis];
        }
    }
}
