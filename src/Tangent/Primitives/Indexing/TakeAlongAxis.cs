using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Elements at indices along an axis: y[…, k, …] = x[…, indices[…, k, …], …]. The other axes broadcast together; a
    /// null axis takes from the flattened array. Negative indices count from the end; out of range they count as the
    /// nearest within.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast, the ranks differ, or the indices are no integers.</exception>
    [Mlx("core.take_along_axis")]
    public static NDArray TakeAlongAxis(NDArray x, NDArray indices, int? axis)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indices);
        const string name = "TakeAlongAxis";
        if (axis is null)
            return TakeAlongAxis(Flatten(x), indices, 0);
        int along = Axes.Normalize(name, axis.Value, x.Rank);
        (Shape source, Shape places) = Tangent.TakeAlongAxis.Align(name, x.Shape, indices, along);
        return new TakeAlongAxis(along, true).Read(BroadcastTo(x, source), BroadcastTo(indices, places));
    }
}

/// <summary>Elements at indices along an axis; the other axes of the array and the indices are alike.</summary>
internal sealed record TakeAlongAxis(int Axis, bool Clamp) : Linear, ISelection
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis), new(nameof(Clamp), Clamp)];

    /// <summary>The shapes that an array and indices broadcast to, all axes but one alike.</summary>
    public static (Shape Source, Shape Indices) Align(string function, Shape x, NDArray indices, int axis)
    {
        Indices.Require(function, indices);
        if (indices.Rank != x.Rank)
            throw new ArgumentException($"{function}: the indices have shape {indices.Shape}, the array has {x}; both need as many axes.", nameof(indices));
        Shape common = Elementwise.BroadcastShapes(function, x.With(axis, 1), indices.Shape.With(axis, 1));
        return (common.With(axis, x[axis]), common.With(axis, indices.Shape[axis]));
    }

    /// <summary>The elements at indices of the right shape.</summary>
    public NDArray Read(NDArray x, NDArray indices)
    {
        if (indices.Size == 0)
            return Tangents.Zeros(new(indices.Shape, x.DType));
        if (x.Size == 0)
            throw new ArgumentOutOfRangeException(nameof(indices), $"{Name}: no index is in range for axis {Axis} of shape {x.Shape}.");
        return Apply(x, indices);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[1].Shape, x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new TakeAlongAxisKernel(Axis, Clamp);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, NDArray?[] x, ArraySpec input) =>
        new PutAlongAxis(ScatterMode.Add, Axis, Clamp).Write(Tangents.Zeros(input), x[1]!, ct);

    /// <inheritdoc/>
    public NDArray AddTranspose(NDArray sum, NDArray ct, NDArray[] places) => new PutAlongAxis(ScatterMode.Add, Axis, Clamp).Write(sum, places[0], ct);

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
    public override Reach ReachOf(Node[] x, int input) => input == 0 ? Reach.MovedAlong(Axis) : Reach.All;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        (NDArray[] aligned, int axis) = Batching.Align(x, axes);
        return new(new TakeAlongAxis(Axis < axis ? Axis : Axis + 1, Clamp).Read(aligned[0], aligned[1]), axis);
    }
}
