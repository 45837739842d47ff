using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// An array with a strided part replaced, or with something added to it; linear in the array and the update together.
/// A plan works in the memory of the array where nobody reads it later.
/// </summary>
internal sealed record SliceUpdate(Region Region, ScatterMode Mode) : Primitive, IUpdate
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Region), Region), new(nameof(Mode), Mode)];

    /// <summary><paramref name="x"/> with the elements of a region replaced by <paramref name="update"/>, which has the shape of the region's part and the type of x.</summary>
    public static NDArray Of(NDArray x, NDArray update, Region region) =>
        region.IsFull(x.Shape) ? Mx.Reshape(update, x.Shape) : region.Shape.Size == 0 ? x.Share() : new SliceUpdate(region, ScatterMode.Set).Apply(x, update);

    /// <summary><paramref name="x"/> with <paramref name="update"/>, which has the shape of the region's part and the type of x, added to the elements of a region.</summary>
    public static NDArray Add(NDArray x, NDArray update, Region region) =>
        region.IsFull(x.Shape) ? x + Mx.Reshape(update, x.Shape) : region.Shape.Size == 0 ? x.Share() : new SliceUpdate(region, ScatterMode.Add).Apply(x, update);

    /// <inheritdoc/>
    public bool IsSum(bool ofZeros) => Mode is ScatterMode.Add || ofZeros;

    /// <inheritdoc/>
    public NDArray AddTo(NDArray x, Node[] inputs) => Add(x, inputs[1].Handle(), Region);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        Region.RequireWithin(Name, x[0].Shape);
        if (x[1].Spec != new ArraySpec(Region.Part, x[0].DType))
            throw new ArgumentException($"{Name}: the update is {x[1].Spec}, the part of {x[0].Spec} that it meets has shape {Region.Part}.");
        return x[0].Spec;
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SliceUpdateKernel(new(Region.Start, Region.Step, Region.Shape.Lengths, Region.Dropped.Values), Mode);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => dx[1] is null && Mode is ScatterMode.Add
        ? dx[0]
        : Apply(Tangents.OrZeros(dx[0], x[0].Spec), Tangents.OrZeros(dx[1], x[1].Spec));

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Pull(ct, active[0], active[1]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Together;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => Pull(ct, x[0] is null, x[1] is null);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input)
    {
        if (input == 1)
            return Support.InRegion(support, Region);
        return Mode is ScatterMode.Add ? support : Support.Without(support, Region, node.Shape);
    }

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => input == 0 ? Reach.Place : Reach.Sent;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes), axis = axes[0] ?? 0;
        Region region = Region.Insert(axis, length);
        NDArray update = Batching.Spread(x[1], axes[1], region.AxisOfPart(axis), length);
        return new((this with { Region = region }).Apply(Batching.Spread(x[0], axes[0], axis, length), update), axis);
    }

    private NDArray?[] Pull(NDArray ct, bool source, bool update)
    {
        if (Mode is ScatterMode.Add)
            return [source ? ct : null, update ? Slice.Of(ct, Region) : null];
        NDArray? part = update ? Slice.Of(ct, Region) : null;
        if (!source)
            return [null, part];
        part = part is null ? null : Copy.OfPart(part, ct);
        return [Of(ct, After.Zeros(part, new(Region.Part, ct.DType)), Region), part];
    }
}
