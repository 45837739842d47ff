using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The elements in row-major order under another shape; one length may be -1 and is then inferred.</summary>
    [Mlx("core.reshape")]
    public static NDArray Reshape(NDArray x, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(x);
        Shape full = Tangent.Reshape.Complete(x.Shape, shape);
        return full == x.Shape ? x.Share() : new Reshape(full).Apply(x);
    }
}

/// <summary>The same elements in row-major order under another shape.</summary>
internal sealed record Reshape(Shape Shape) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape)];

    /// <summary>Replaces a length of -1 by what the others leave.</summary>
    public static Shape Complete(Shape from, Shape shape)
    {
        int open = Array.IndexOf(shape.Lengths, -1);
        foreach (int length in shape)
            if (length < -1)
                throw new ArgumentException($"Reshape: shape {shape} has a negative length.", nameof(shape));
        Shape rest = open < 0 ? shape : shape.With(open, 1);
        if (rest.TryCountBytes(DType.Bool, out long known))
        {
            if (open < 0 && known == from.Size)
                return shape;
            if (open >= 0 && Array.LastIndexOf(shape.Lengths, -1) == open && known > 0 && from.Size % known == 0 && from.Size / known <= int.MaxValue)
                return shape.With(open, (int)(from.Size / known));
        }
        throw new ArgumentException($"Reshape: an array of shape {from} cannot take the shape {shape}.", nameof(shape));
    }

    /// <inheritdoc/>
    public override bool IsView => true;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Shape, x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ReshapeView(Shape.Lengths);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support?.Arranged(Transpose, node.Inputs[0].Spec);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => Mx.Reshape(ct, x.Shape);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Moved;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        NDArray front = Batching.Move(new(x[0], axes[0]), 0);
        return new(Mx.Reshape(front, Shape.Insert(0, front.Shape[0])), 0);
    }
}
