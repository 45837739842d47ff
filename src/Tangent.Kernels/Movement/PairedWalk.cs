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

    /// <summary>Goes to the next element; after the last, to the first.</summary>
    public void Next()
    {
        for (int axis = axes.Rank - 1; axis >= 0; axis--)
        {
            Source += axes.SourceStrides[axis];
            Destination += axes.DestinationStrides[axis];
            if (++index[axis] < axes.Lengths[axis])
                return;
            index[axis] = 0;
            Source -= axes.Lengths[axis] * axes.SourceStrides[axis];
            Destination -= axes.Lengths[axis] * axes.DestinationStrides[axis];
        }
    }
}
