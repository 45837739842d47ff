using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The matrix product of [..., m, k] and [..., k, n]; leading axes broadcast. A one-axis operand is a row on the
    /// left and a column on the right, and its axis vanishes from the result.
    /// </summary>
    [Mlx("core.matmul")]
    [Mlx("core.array.__matmul__")]
    public static NDArray MatMul(NDArray x, NDArray y)
    {
        if (x.Rank == 0 || y.Rank == 0)
            throw new ArgumentException($"MatMul: both arrays need an axis; the shapes are {x.Shape} and {y.Shape}.", x.Rank == 0 ? nameof(x) : nameof(y));
        DType dtype = Promotion.ToInexact(Elementwise.CommonType(x, y));
        NDArray left = Elementwise.ToType(x.Rank == 1 ? ExpandDims(x, 0) : x, dtype);
        NDArray right = Elementwise.ToType(y.Rank == 1 ? ExpandDims(y, 1) : y, dtype);
        if (left.Shape[^1] != right.Shape[^2])
            throw new ArgumentException($"MatMul: the inner lengths of shapes {x.Shape} and {y.Shape} differ.", nameof(y));
        Shape batch = Elementwise.BroadcastShapes("MatMul", new Shape(left.Shape.Lengths[..^2]), new Shape(right.Shape.Lengths[..^2]));
        NDArray product = Shared<MatMul>.Instance.Apply(Tangent.MatMul.Spread(left, batch), Tangent.MatMul.Spread(right, batch));
        if (x.Rank == 1)
            product = Reshape(product, product.Shape.Without([product.Rank - 2]));
        return y.Rank == 1 ? Reshape(product, product.Shape.Without([product.Rank - 1])) : product;
    }
}

/// <summary>[..., m, k] times [..., k, n] with equal leading axes; linear in either operand.</summary>
internal sealed record MatMul : Primitive
{
    /// <summary>Broadcasts the leading axes of a stack of matrices.</summary>
    public static NDArray Spread(NDArray x, Shape batch) => Mx.BroadcastTo(x, new Shape([.. batch.Lengths, .. x.Shape.Lengths[^2..]]));

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape.With(x[0].Shape.Rank - 1, x[1].Shape[^1]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new MatMulKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1]) : null,
        dx[1] is { } second ? Apply(x[0], second) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? Apply(ct, Flip(x[1])) : null, active[1] ? Apply(Flip(x[0]), ct) : null];

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        x[0] is { } first ? [null, Apply(Flip(first), ct)] : [Apply(ct, Flip(Known(x[1]))), null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        return new(Apply(Batching.Spread(x[0], axes[0], 0, length), Batching.Spread(x[1], axes[1], 0, length)), 0);
    }

    private static NDArray Flip(NDArray x) => Mx.MoveAxis(x, -1, -2);
}
