using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The array with elements replaced at indices along an axis: y[…, indices[…, k, …], …] = values[…, k, …]. The
    /// indices broadcast to the other axes of the array, the values to the indices and the array's type; a null axis
    /// means the flattened array. Of values for one place the last stays. Negative indices count from the end; values
    /// for indices out of range are ignored.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast, the ranks differ, or the indices are no integers.</exception>
    [Mlx("core.put_along_axis")]
    public static NDArray PutAlongAxis(NDArray x, NDArray indices, NDArray values, int? axis)
    {
        const string name = "PutAlongAxis";
        if (axis is null)
            return Reshape(PutAlongAxis(Flatten(x), indices, values, 0), x.Shape);
        int along = Axes.Normalize(name, axis.Value, x.Rank);
        (Shape source, Shape places) = Tangent.TakeAlongAxis.Align(name, x.Shape, indices, along);
        if (source != x.Shape)
            throw new ArgumentException($"{name}: indices of shape {indices.Shape} do not broadcast to the array's shape {x.Shape} beside axis {along}.", nameof(indices));
        NDArray updates = BroadcastTo(Elementwise.ToType(name, values, x.DType), places);
        return new PutAlongAxis(ScatterMode.Set, along, false).Write(x, BroadcastTo(indices, places), updates);
    }
}

/// <summary>An array with updates written at indices along an axis; the other axes of all three are alike.</summary>
internal sealed record PutAlongAxis(ScatterMode Mode, int Axis, bool Clamp) : Scattering(Mode, Clamp)
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Mode), Mode), new(nameof(Axis), Axis), new(nameof(Clamp), Clamp)];

    /// <summary>The array with the updates written.</summary>
    public NDArray Write(NDArray x, NDArray indices, NDArray updates) =>
        x.Size == 0 || updates.Size == 0 ? x.Share() : Apply(x, indices, updates);

    /// <inheritdoc/>
    public override NDArray Write(ScatterMode mode, NDArray x, NDArray[] indices, NDArray updates) =>
        (this with { Mode = mode }).Write(x, indices[0], updates);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        if (x[2].Spec != new ArraySpec(x[1].Shape, x[0].DType))
            throw new ArgumentException($"{Name}: the updates are {x[2].Spec}, for indices of shape {x[1].Shape} into {x[0].Spec}.");
        return x[0].Spec;
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new PutAlongAxisKernel(Mode, Axis, Clamp);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        (NDArray[] aligned, int axis) = Batching.Align(x, axes);
        return new((this with { Axis = Axis < axis ? Axis : Axis + 1 }).Write(aligned[0], aligned[1], aligned[2]), axis);
    }

    /// <inheritdoc/>
    protected override NDArray Read(NDArray x, NDArray[] indices, Shape updates) => new TakeAlongAxis(Axis, Clamp).Read(x, indices[0]);

    /// <inheritdoc/>
    protected override NDArray? Numbers(NDArray[] indices, Shape updates) => updates[Axis] == 1
        ? null
        : Mx.BroadcastTo(Iota.Along(Axis, updates.Rank, updates[Axis], DType.Int32), updates);

    /// <inheritdoc/>
    protected override NDArray Multiplied(NDArray x, NDArray[] indices, NDArray updates)
    {
        NDArray keys = FlatIndices.Places(indices[0], x.Shape[Axis]);
        NDArray order = Mx.ArgSort(keys, Axis);
        NDArray products = SegmentedProduct.Of(Mx.TakeAlongAxis(keys, order, Axis), Mx.TakeAlongAxis(updates, order, Axis), Axis);
        return x * Write(ScatterMode.Set, Mx.OnesLike(x), Mx.TakeAlongAxis(indices[0], order, Axis), products);
    }

    private NDArray Write(ScatterMode mode, NDArray x, NDArray indices, NDArray updates) => Write(mode, x, [indices], updates);
}
