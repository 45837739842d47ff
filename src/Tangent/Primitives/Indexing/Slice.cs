using Tangent.Kernels;

namespace Tangent;

/// <summary>A strided part of an array, without copying.</summary>
internal sealed record Slice(Region Region) : Linear, ISelection
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Region), Region)];

    // Loops read what they wrote few turns ago.
    private const int UpdatesBack = 8;

    /// <summary>A region of an array; another handle on it, if that is all of it and no axis is dropped.</summary>
    public static NDArray Of(NDArray x, Region region) =>
        region.IsFull(x.Shape) ? Mx.Reshape(x, region.Part) : Written(x.Node, region)?.Handle().Share() ?? new Slice(region).Apply(x);

    /// <summary>The elements <c>start + i·step</c> below (or, for a negative step, above) <c>stop</c> of every axis.</summary>
    public static NDArray Of(NDArray x, int[] start, int[] stop, int[]? step = null)
    {
        int[] steps = step ?? Region.Full(x.Shape).Step;
        int[] lengths = [.. start.Select((first, axis) => Length(first, stop[axis], steps[axis]))];
        return Of(x, new Region([.. start], [.. steps], new Shape(lengths)));
    }

    /// <summary><paramref name="length"/> elements along one axis, and all along the places.</summary>
    public static NDArray Along(NDArray x, int axis, int start, int length, int step = 1) =>
        Of(x, Region.Full(x.Shape).With(axis, start, length, step));

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        Region.RequireWithin(Name, x[0].Shape);
        return new(Region.Part, x[0].DType);
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SliceView(Region.Start, Region.Step, Region.Shape.Lengths, Region.Dropped.Values);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => SliceUpdate.Of(Tangents.Zeros(x), ct, Region);

    /// <inheritdoc/>
    public NDArray AddTranspose(NDArray sum, NDArray ct, NDArray[] places) => SliceUpdate.Add(sum, ct, Region);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) =>
        support is null ? Support.Of(Region, node.Inputs[0].Shape) : support.Arranged(Placed, node.Inputs[0].Shape);

    /// <inheritdoc/>
    public Support? AddSupport(Support? sum, Support? support, Node node) => Support.EitherInRegion(sum, support, Region, node.Inputs[0].Shape);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => input == 0 ? Reach.Moved : Reach.All;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int axis = axes[0]!.Value;
        Region region = Region.Insert(axis, x[0].Shape[axis]);
        return new(new Slice(region).Apply(x[0]), region.AxisOfPart(axis));
    }

    // A part that was written as it is read: whoever needs it later does not keep all of this version of the array.
    private static Node? Written(Node x, Region region)
    {
        for (int i = 0; i < UpdatesBack && x.Primitive is SliceUpdate update && x.Inputs is [var source, var part]; i++, x = source)
            if (update.Region.Equals(region))
                return update.Mode is ScatterMode.Set ? part : null;
            else if (!update.Region.IsApartFrom(region))
                return null;
        return null;
    }

    private NDArray Placed(NDArray mask, Shape x) => SliceUpdate.Of(Mx.Full(x, false), mask, Region);

    private static int Length(int start, int stop, int step)
    {
        long distance = step < 0 ? (long)start - stop : (long)stop - start;
        return distance <= 0 ? 0 : (int)((distance - 1) / Math.Abs((long)step) + 1);
    }
}
