namespace Tangent;

/// <summary>
/// The elements at <c>Start + i·Step</c>, i below the length, of every axis of an array. Steps may be negative. The part that they
/// are of the array may lack axes of length 1, as that at which an integer stands. Equality is by value.
/// </summary>
internal sealed class Region : IEquatable<Region>
{
    private static readonly int[][] Units = [.. Enumerable.Range(0, 8).Select(Ones)];

    /// <summary>A region. The arrays are taken over and must not change.</summary>
    public Region(int[] start, int[] step, Shape shape, Axes dropped = default)
    {
        Start = start;
        Step = step;
        Shape = shape;
        Dropped = dropped;
        Part = dropped.Count == 0 ? shape : shape.Without(dropped.Values);
    }

    /// <summary>The first element along each axis.</summary>
    public int[] Start { get; }

    /// <summary>The distance between neighbours along each axis; not zero.</summary>
    public int[] Step { get; }

    /// <summary>The number of elements along each axis.</summary>
    public Shape Shape { get; }

    /// <summary>The axes of length 1 that the part lacks, ascending.</summary>
    public Axes Dropped { get; }

    /// <summary>The shape of the part, as it is read or written.</summary>
    public Shape Part { get; }

    /// <summary>The same elements, with all axes.</summary>
    public Region Undropped => Dropped.Count == 0 ? this : new(Start, Step, Shape);

    /// <summary>A step of 1 along each axis; it must not change.</summary>
    public static int[] UnitSteps(int rank) => rank < Units.Length ? Units[rank] : Ones(rank);

    /// <summary>All of an array of a shape.</summary>
    public static Region Full(Shape shape) => new(new int[shape.Rank], UnitSteps(shape.Rank), shape);

    /// <summary>This region, all axes kept, with another choice along one axis.</summary>
    public Region With(int axis, int start, int length, int step = 1) =>
        new(Replace(Start, axis, start), Replace(Step, axis, step), Shape.With(axis, length));

    /// <summary>The same region of every part of an array that has one axis more.</summary>
    public Region Insert(int axis, int length) =>
        new([.. Start[..axis], 0, .. Start[axis..]], [.. Step[..axis], 1, .. Step[axis..]], Shape.Insert(axis, length),
            new([.. Dropped.Select(dropped => dropped < axis ? dropped : dropped + 1)]));

    /// <summary>The axis of the part that is an axis of the array, which is not dropped.</summary>
    public int AxisOfPart(int axis) => axis - Dropped.Count(dropped => dropped < axis);

    /// <summary>True if this is all of an array of a shape, in order.</summary>
    public bool IsFull(Shape shape) => Shape == shape && !Start.AsSpan().ContainsAnyExcept(0) && !Step.AsSpan().ContainsAnyExcept(1);

    /// <summary>True if along some axis all elements of one region lie before those of the other, so that they have none in common.</summary>
    public bool IsApartFrom(Region other)
    {
        for (int axis = 0; axis < Shape.Rank; axis++)
            if (Last(axis) < other.First(axis) || other.Last(axis) < First(axis))
                return true;
        return false;
    }

    /// <summary>True if it is certain that the regions have no element in common: they lie apart, or their steps along an axis never meet.</summary>
    public bool SharesNothingWith(Region other)
    {
        if (Shape.Size == 0 || other.Shape.Size == 0 || IsApartFrom(other))
            return true;
        for (int axis = 0; axis < Shape.Rank; axis++)
            if (Math.Abs(Step[axis]) is var step && step == Math.Abs(other.Step[axis]) && First(axis) % step != other.First(axis) % step)
                return true;
        return false;
    }

    /// <summary>The elements of both as one region, where they differ along one axis at most and meet there; null elsewhere. In the union no axis runs backwards.</summary>
    public Region? Union(Region other)
    {
        int differing = -1;
        for (int axis = 0; axis < Shape.Rank; axis++)
        {
            bool isSame = First(axis) == other.First(axis) && Last(axis) == other.Last(axis) && (Shape[axis] == 1 || Math.Abs(Step[axis]) == Math.Abs(other.Step[axis]));
            if (!isSame && differing >= 0)
                return null;
            differing = isSame ? differing : axis;
        }
        Region upwards = Upwards();
        if (differing < 0)
            return upwards;
        if (!IsDense(differing) || !other.IsDense(differing) || Last(differing) + 1 < other.First(differing) || other.Last(differing) + 1 < First(differing))
            return null;
        long first = Math.Min(First(differing), other.First(differing)), last = Math.Max(Last(differing), other.Last(differing));
        return upwards.With(differing, (int)first, (int)(last - first + 1));
    }

    /// <summary>Throws unless the region lies within an array of a shape.</summary>
    public void RequireWithin(string function, Shape shape)
    {
        bool within = Shape.Rank == shape.Rank && Start.Length == shape.Rank && Step.Length == shape.Rank;
        for (int axis = 0; within && axis < shape.Rank; axis++)
            within = Shape[axis] == 0 || (Contains(shape[axis], Start[axis]) && Step[axis] != 0
                && Contains(shape[axis], Start[axis] + (Shape[axis] - 1L) * Step[axis]));
        if (!within)
            throw new ArgumentOutOfRangeException(nameof(shape), $"{function}: {this} does not lie within shape {shape}.");
    }

    /// <inheritdoc/>
    public bool Equals(Region? other) => other is not null && Shape == other.Shape
        && Start.AsSpan().SequenceEqual(other.Start) && Step.AsSpan().SequenceEqual(other.Step) && Dropped == other.Dropped;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Region);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape, new Axes(Start), new Axes(Step), Dropped);

    /// <inheritdoc/>
    public override string ToString() => $"start {new Axes(Start)} step {new Axes(Step)} lengths {Shape}" + (Dropped.Count == 0 ? "" : $" without {Dropped}");

    private bool IsDense(int axis) => Shape[axis] == 1 || Math.Abs(Step[axis]) == 1;

    private Region Upwards()
    {
        Region region = Undropped;
        for (int axis = 0; axis < Shape.Rank; axis++)
            if (Step[axis] < 0)
                region = region.With(axis, (int)First(axis), Shape[axis], -Step[axis]);
        return region;
    }

    private long First(int axis) => Math.Min(Start[axis], Start[axis] + (Shape[axis] - 1L) * Step[axis]);

    private long Last(int axis) => Math.Max(Start[axis], Start[axis] + (Shape[axis] - 1L) * Step[axis]);

    private static bool Contains(int length, long index) => index >= 0 && index < length;

    private static int[] Ones(int rank) => [.. Enumerable.Repeat(1, rank)];

    private static int[] Replace(int[] values, int axis, int value)
    {
        if (values[axis] == value)
            return values;
        int[] copy = [.. values];
        copy[axis] = value;
        return copy;
    }
}
