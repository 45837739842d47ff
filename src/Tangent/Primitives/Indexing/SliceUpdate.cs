using Tangent.Kernels;

namespace Tangent;

/// <summary>An array with a strided part replaced; linear in the array and the new part together.</summary>
internal sealed record SliceUpdate(Region Region) : Primitive
{
    /// <summary><paramref name="x"/> with the elements of a region replaced by <paramref name="update"/>, which has the region's shape and the type of x.</summary>
    public static NDArray Of(NDArray x, NDArray update, Region region) =>
        region.IsFull(x.Shape) ? update.Share() : region.Shape.Size == 0 ? x.Share() : new SliceUpdate(region).Apply(x, update);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        Region.RequireWithin(Name, x[0].Shape);
        if (x[1].Spec != new ArraySpec(Region.Shape, x[0].DType))
            throw new ArgumentException($"{Name}: the update is {x[1].Spec}, the part of {x[0].Spec} that it replaces has shape {Region.Shape}.");
        return x[0].Spec;
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SliceUpdateKernel(new(Region.Start, Region.Step, Region.Shape.Lengths));

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) =>
        Of(Tangents.OrZeros(dx[0], x[0].Spec), Tangents.OrZeros(dx[1], x[1].Spec), Region);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Pull(ct, active[0], active[1]);

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => Pull(ct, x[0] is null, x[1] is null);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        (NDArray[] aligned, int axis) = Batching.Align(x, axes);
        return new(Of(aligned[0], aligned[1], Region.Insert(axis, aligned[0].Shape[axis])), axis);
    }

    private NDArray?[] Pull(NDArray ct, bool first, bool second) =>
    [
        first ? Of(ct, Tangents.Zeros(new(Region.Shape, ct.DType)), Region) : null,
        second ? Slice.Of(ct, Region) : null,
    ];
}
