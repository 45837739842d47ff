using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// A view of the elements in row-major order, without copying: element (i, j, …) is the one at
    /// <c>offset + i·strides[0] + j·strides[1] + …</c>. Views may overlap.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="shape">The shape of the view; that of the array by default.</param>
    /// <param name="strides">The distances between neighbours along each axis, in elements; row-major by default.</param>
    /// <param name="offset">Where the view starts, in elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">The view reaches beyond the array.</exception>
    [Mlx("core.as_strided")]
    public static NDArray AsStrided(NDArray x, Shape? shape = null, int[]? strides = null, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        Shape view = shape ?? x.Shape;
        Axes steps = strides is null
            ? new([.. Layout.RowMajorStrides(view.Lengths).Select(stride => checked((int)stride))])
            : new([.. strides]);
        if (view.Any(length => length < 0) || steps.Count != view.Rank)
            throw new ArgumentException($"AsStrided: shape {view} with strides {steps} is no view.", nameof(shape));
        return new AsStrided(view, steps, offset).Apply(Flatten(x));
    }
}

/// <summary>A view of a one-axis array with any strides.</summary>
internal sealed record AsStrided(Shape Shape, Axes Strides, int Offset) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Shape), Shape), new(nameof(Strides), Strides), new(nameof(Offset), Offset)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x)
    {
        long first = Offset;
        long last = Offset;
        for (int axis = 0; axis < Shape.Rank; axis++)
        {
            long reach = (Shape[axis] - 1L) * Strides[axis];
            first += Math.Min(0, reach);
            last += Math.Max(0, reach);
        }
        if (Shape.Size > 0 && (first < 0 || last >= x[0].Shape[0]))
            throw new ArgumentOutOfRangeException(nameof(x), $"{Name}: shape {Shape} with strides {Strides} from {Offset} reaches elements {first} to {last} of {x[0].Shape[0]}.");
        return new(Shape, x[0].DType);
    }

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new AsStridedView(Shape.Lengths, Strides.Values, Shape.Size > 0 ? Offset : 0);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x)
    {
        NDArray places = Constant.Of(Offset, DType.Int32);
        for (int axis = 0; axis < Shape.Rank; axis++)
            places += Iota.Along(axis, Shape.Rank, Shape[axis], DType.Int32) * Strides[axis];
        return Scatter.Of(Name, ScatterMode.Add, Tangents.Zeros(x), [Mx.BroadcastTo(places, Shape)], Mx.ExpandDims(ct, -1), 0);
    }

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input)
    {
        Shape x = node.Inputs[0].Shape;
        return Support.Reaching(support, node.Shape, ct => Transpose(ct, new ArraySpec(x, ct.DType)));
    }

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Moved;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        NDArray front = Batching.Move(new(x[0], axes[0]), 0);
        int length = front.Shape[0];
        Axes strides = new([front.Shape[1], .. Strides]);
        return new(new AsStrided(Shape.Insert(0, length), strides, Offset).Apply(Mx.Flatten(front)), 0);
    }
}
