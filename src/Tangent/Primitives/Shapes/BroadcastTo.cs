using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The array repeated, without copying, to a shape that its own broadcasts to.</summary>
    [Mlx("core.broadcast_to")]
    public static NDArray BroadcastTo(NDArray x, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Shape == shape)
            return x.Share();
        shape.Require("BroadcastTo", x.DType);
        if (!Tangent.BroadcastTo.Fits(x.Shape, shape))
            throw new ArgumentException($"BroadcastTo: shape {x.Shape} does not broadcast to {shape}.", nameof(shape));
        // Axes of length 1 alone are added: nothing is repeated, and there is nothing to add up on the way back.
        return x.Size == shape.Size ? Reshape(x, shape) : new BroadcastTo(shape).Apply(x);
    }
}

/// <summary>Repeats axes of length 1 and adds leading axes.</summary>
internal sealed record BroadcastTo(Shape Shape) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape)];

    /// <summary>True if the last axes have equal lengths, or 1 in <paramref name="from"/>.</summary>
    public static bool Fits(Shape from, Shape to)
    {
        int added = to.Rank - from.Rank;
        bool fits = added >= 0;
        for (int axis = 0; fits && axis < from.Rank; axis++)
            fits = from[axis] == 1 || from[axis] == to[added + axis];
        return fits;
    }

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Shape, x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new BroadcastView(Shape.Lengths);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => Mx.Reshape(Mx.Sum(ct, Repeated(x)), x.Shape);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support?.Arranged(Any, node.Inputs[0].Spec);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Moved;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        NDArray front = Batching.Move(new(x[0], axes[0]), 0);
        int length = front.Shape[0];
        int added = Shape.Rank - (front.Rank - 1);
        Shape padded = new([length, .. Enumerable.Repeat(1, added), .. front.Shape.Lengths[1..]]);
        return new(Mx.BroadcastTo(Mx.Reshape(front, padded), Shape.Insert(0, length)), 0);
    }

    private NDArray Any(NDArray mask, ArraySpec x) => Mx.Reshape(Mx.Any(mask, Repeated(x)), x.Shape);

    // The axes that are added in front, or longer than before.
    private Axes Repeated(ArraySpec x)
    {
        int added = Shape.Rank - x.Shape.Rank;
        return new([.. Enumerable.Range(0, Shape.Rank).Where(axis => axis < added || (x.Shape[axis - added] == 1 && Shape[axis] != 1))]);
    }
}
