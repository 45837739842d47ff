using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// What an index selects of an array of some shape: a region of it and, within the region, slices at places that
/// arrays of indices give.
/// </summary>
internal sealed class Selection : IPart
{
    private readonly string function;
    private readonly Region region;
    private readonly Axes axes;
    private readonly NDArray[] indices;
    private readonly int place;

    /// <summary>A selection.</summary>
    /// <param name="function">For messages.</param>
    /// <param name="region">What integers and slices select; all along the axes that arrays address.</param>
    /// <param name="axes">The axes that arrays of indices address; none if there are no such arrays.</param>
    /// <param name="indices">The arrays, of one shape.</param>
    /// <param name="place">The axis of the source before which the axes of the indices stand in the result.</param>
    /// <param name="result">The shape of the result, which may have axes of length 1 that the region's part lacks.</param>
    public Selection(string function, Region region, Axes axes, NDArray[] indices, int place, Shape result)
    {
        this.function = function;
        this.region = region;
        this.axes = axes;
        this.indices = indices;
        this.place = place;
        Result = result;
    }

    /// <summary>The shape of what is selected.</summary>
    public Shape Result { get; }

    private Shape SliceSizes => new([.. region.Shape.Select((length, axis) => axes.Contains(axis) ? 1 : length)]);

    /// <summary>Slices at indices along one axis.</summary>
    public static Selection Along(int axis, Shape shape, NDArray indices) =>
        new("Take", Region.Full(shape), axis, [indices], axis, new([.. shape.Lengths[..axis], .. indices.Shape, .. shape.Lengths[(axis + 1)..]]));

    /// <inheritdoc/>
    public NDArray Read(NDArray x)
    {
        NDArray part = Slice.Of(x, region);
        if (indices.Length > 0)
            part = Mx.Transpose(Gather.Of(function, part, indices, axes, SliceSizes), Order());
        return part.Shape == Result ? part : Mx.Reshape(part, Result);
    }

    /// <inheritdoc/>
    public NDArray Write(NDArray x, NDArray values, ScatterMode mode)
    {
        NDArray updates = Fit(values, x.DType);
        if (region.Shape.Size == 0 || updates.Size == 0)
            return x.Share();
        return mode is ScatterMode.Add && indices.Length == 0
            ? SliceUpdate.Add(x, Mx.Reshape(updates, region.Part), region)
            : SliceUpdate.Of(x, WritePart(x, updates, mode), region);
    }

    // A part that nobody needs is not read: it would count as a reader of the array, which then could not be overwritten.
    private NDArray WritePart(NDArray x, NDArray updates, ScatterMode mode)
    {
        if (indices.Length > 0)
            return Scatter.Of(function, mode, Slice.Of(x, region), indices, ToSlices(updates), axes);
        NDArray values = Mx.Reshape(updates, region.Part);
        return mode is ScatterMode.Set ? values : mode.Combine(Slice.Of(x, region), values);
    }

    /// <summary>Values in the type and the shape of what is selected. Leading axes of length 1 that it lacks are left out.</summary>
    private NDArray Fit(NDArray values, DType dtype)
    {
        int surplus = Math.Max(0, values.Rank - Result.Rank);
        var own = new Shape(values.Shape.Lengths[surplus..]);
        if (values.Shape.AsSpan()[..surplus].ContainsAnyExcept(1) || !own.BroadcastsTo(Result))
            throw new ArgumentException($"{function}: values of shape {values.Shape} do not broadcast to the selected shape {Result}.", nameof(values));
        return Mx.BroadcastTo(Mx.Reshape(Elementwise.ToType(function, values, dtype), own), Result);
    }

    /// <summary>The inverse of what reading does to gathered slices.</summary>
    private NDArray ToSlices(NDArray values)
    {
        int[] order = Order();
        int[] gathered = [.. indices[0].Shape, .. SliceSizes];
        var inverse = new int[order.Length];
        for (int axis = 0; axis < order.Length; axis++)
            inverse[order[axis]] = axis;
        return Mx.Transpose(Mx.Reshape(values, order.Select(axis => gathered[axis]).ToArray()), inverse);
    }

    /// <summary>From the axes of gathered slices, those of the indices first, to the order in which the result has them.</summary>
    private int[] Order()
    {
        int rank = indices[0].Rank;
        IEnumerable<int> slice = Enumerable.Range(rank, region.Shape.Rank);
        return [.. slice.Take(place), .. Enumerable.Range(0, rank), .. slice.Skip(place)];
    }
}
