using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// An array with slices written at places that arrays of indices of one shape give along some axes. The updates have
/// the index shape and then the lengths of a slice. One that is out of range is ignored, or goes to the nearest place.
/// </summary>
internal sealed record Scatter(ScatterMode Mode, Axes Axes, bool Clamp) : Scattering(Mode, Clamp)
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Mode), Mode), new(nameof(Axes), Axes), new(nameof(Clamp), Clamp)];

    /// <summary>Writes slices for indices that broadcast together to the index shape; those out of range are ignored.</summary>
    public static NDArray Of(string function, ScatterMode mode, NDArray x, NDArray[] indices, NDArray updates, Axes axes) =>
        new Scatter(mode, axes, false).Write(x, Indices.Align(function, indices), updates);

    /// <summary>The array with the updates written.</summary>
    public NDArray Write(NDArray x, NDArray[] indices, NDArray updates) =>
        x.Size == 0 || updates.Size == 0 ? x.Share() : Apply([x, .. indices, updates]);

    /// <inheritdoc/>
    public override NDArray Write(ScatterMode mode, NDArray x, NDArray[] indices, NDArray updates) =>
        (this with { Mode = mode }).Write(x, indices, updates);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        Node updates = x[^1];
        int rank = x[1].Shape.Rank;
        bool fits = updates.Shape.Rank == rank + x[0].Shape.Rank && updates.DType == x[0].DType
            && updates.Shape.AsSpan()[..rank].SequenceEqual(x[1].Shape.AsSpan());
        for (int axis = 0; fits && axis < x[0].Shape.Rank; axis++)
            fits = updates.Shape[rank + axis] <= x[0].Shape[axis];
        if (!fits)
            throw new ArgumentException($"{Name}: the updates are {updates.Spec}, for indices of shape {x[1].Shape} into {x[0].Spec}.");
        return x[0].Spec;
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ScatterKernel(Mode, Axes.Values, Clamp);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        NDArray source = Batching.Spread(x[0], axes[0], 0, length);
        Axes shifted = Indices.Shift(Axes);
        if (Array.TrueForAll(axes[1..^1], axis => axis is null))
            return new((this with { Axes = shifted }).Write(source, x[1..^1], Batching.Spread(x[^1], axes[^1], x[1].Rank, length)), 0);
        NDArray[] indices = Indices.Spread(x[1..^1], axes[1..^1], length);
        NDArray updates = Mx.ExpandDims(Batching.Spread(x[^1], axes[^1], 0, length), indices[0].Rank);
        var each = this with { Axes = new([0, .. shifted]) };
        return new(each.Write(source, [Indices.Examples(indices[0].Shape), .. indices], updates), 0);
    }

    /// <inheritdoc/>
    protected override NDArray Read(NDArray x, NDArray[] indices, Shape updates) =>
        new Gather(Axes, new Shape(updates.Lengths[indices[0].Rank..]), Clamp).Read(Name, x, indices);

    /// <inheritdoc/>
    protected override NDArray? Numbers(NDArray[] indices, Shape updates)
    {
        Shape places = indices[0].Shape;
        if (places.Size == 1)
            return null;
        int[] lengths = [.. places, .. Enumerable.Repeat(1, updates.Rank - places.Rank)];
        return Mx.BroadcastTo(Mx.Reshape(Iota.Of(checked((int)places.Size), DType.Int32), lengths), updates);
    }

    /// <inheritdoc/>
    protected override NDArray Multiplied(NDArray x, NDArray[] indices, NDArray updates)
    {
        int places = checked((int)indices[0].Size);
        NDArray[] flat = [.. indices.Select(index => Mx.Reshape(index, places))];
        NDArray keys = FlatIndices.Of(flat, Axes, x.Shape);
        NDArray order = Mx.ArgSort(keys, 0);
        NDArray products = SegmentedProduct.Of(
            Mx.Take(keys, order, 0), Mx.Take(Mx.Reshape(updates, [places, .. updates.Shape.Lengths[indices[0].Rank..]]), order, 0), 0);
        NDArray[] sorted = [.. flat.Select(index => Mx.Take(index, order, 0))];
        return x * Write(ScatterMode.Set, Mx.OnesLike(x), sorted, products);
    }
}
