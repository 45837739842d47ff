using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Slices of an array, the first input, from places that arrays of indices of one shape give along some axes. The
/// result has the index shape and then the slice sizes. An index out of range reads the nearest slice, or else zeros.
/// </summary>
internal sealed record Gather(Axes Axes, Shape SliceSizes, bool Clamp) : Linear, ISelection
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes), new(nameof(SliceSizes), SliceSizes), new(nameof(Clamp), Clamp)];

    /// <summary>The slices, for indices that broadcast together. Out of range they count as the nearest within.</summary>
    public static NDArray Of(string function, NDArray x, NDArray[] indices, Axes axes, Shape sliceSizes) =>
        new Gather(axes, sliceSizes, true).Read(function, x, Indices.Align(function, indices));

    /// <summary>The slices, for indices of one shape.</summary>
    public NDArray Read(string function, NDArray x, NDArray[] indices)
    {
        var shape = new Shape([.. indices[0].Shape, .. SliceSizes]);
        if (shape.Size == 0)
            return Tangents.Zeros(new(shape, x.DType));
        foreach (int axis in Axes)
            if (SliceSizes[axis] > x.Shape[axis])
                throw new ArgumentOutOfRangeException(nameof(indices), $"{function}: no index is in range for axis {axis} of shape {x.Shape}.");
        return Apply([x, .. indices]);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([.. x[1].Shape, .. SliceSizes]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new GatherKernel(Axes.Values, SliceSizes.Lengths, Clamp);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, NDArray?[] x, ArraySpec input) =>
        new Scatter(ScatterMode.Add, Axes, Clamp).Write(Tangents.Zeros(input), [.. x[1..].Select(index => index!)], ct);

    /// <inheritdoc/>
    public NDArray AddTranspose(NDArray sum, NDArray ct, NDArray[] places) => new Scatter(ScatterMode.Add, Axes, Clamp).Write(sum, places, ct);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input)
    {
        Shape source = node.Inputs[0].Shape;
        NDArray?[] places = [null, .. Node.Handles(node.Inputs[1..])];
        return Support.Reaching(support, node.Shape, ct => Transpose(ct, places, new(source, ct.DType)));
    }

    /// <inheritdoc/>
    public Support? AddSupport(Support? sum, Support? support, Node node) => sum is null ? null : Support.Either(sum, PullSupport(support, node, 0));

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => input == 0 ? Reach.Moved : Reach.All;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        if (Array.TrueForAll(axes[1..], axis => axis is null))
        {
            var whole = new Gather(Indices.Shift(Axes), SliceSizes.Insert(0, length), Clamp);
            return new(whole.Read("Vmap", Batching.Move(new(x[0], axes[0]), 0), x[1..]), x[1].Rank);
        }
        NDArray[] indices = Indices.Spread(x[1..], axes[1..], length);
        if (axes[0] is null)
            return new(Read("Vmap", x[0], indices), 0);
        var each = new Gather(new([0, .. Indices.Shift(Axes)]), SliceSizes.Insert(0, 1), Clamp);
        NDArray y = each.Read("Vmap", Batching.Move(new(x[0], axes[0]), 0), [Indices.Examples(indices[0].Shape), .. indices]);
        return new(Mx.Squeeze(y, indices[0].Rank), 0);
    }
}
