using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The matrix product of [..., m, k] and [..., k, n]; leading axes broadcast. A one-axis operand is a row on the
    /// left and a column on the right, and its axis vanishes from the result. Integers become float32, as in MLX, before they are
    /// multiplied: for exact products of large integers convert to float64.
    /// </summary>
    [Mlx("core.matmul")]
    [Mlx("core.array.__matmul__")]
    public static NDArray MatMul(NDArray x, NDArray y) => Tangent.MatMul.Of("MatMul", x, y, nameof(x), nameof(y));
}

/// <summary>
/// [..., m, k] times [..., k, n], whose leading axes broadcast; linear in either operand. An operand that many products
/// share is never repeated: its cotangent is one product, over the depth of all of them.
/// </summary>
internal sealed record MatMul : Primitive
{
    /// <summary>The product of arrays of one axis or more, which a public function calls by the given names.</summary>
    public static NDArray Of(string function, NDArray x, NDArray y, string nameOfX, string nameOfY)
    {
        (NDArray left, NDArray right) = Matrices(function, x, y, nameOfX, nameOfY);
        NDArray product = Shared<MatMul>.Instance.Apply(left, right);
        if (x.Rank == 1)
            product = Mx.Reshape(product, product.Shape.Without([product.Rank - 2]));
        return y.Rank == 1 ? Mx.Reshape(product, product.Shape.Without([product.Rank - 1])) : product;
    }

    /// <summary>Arrays of one axis or more as matrices of one type whose inner lengths agree: one axis is a row on the left, and a column on the right.</summary>
    public static (NDArray Left, NDArray Right) Matrices(string function, NDArray x, NDArray y, string nameOfX, string nameOfY)
    {
        ArgumentNullException.ThrowIfNull(x, nameOfX);
        ArgumentNullException.ThrowIfNull(y, nameOfY);
        if (x.Rank == 0 || y.Rank == 0)
            throw new ArgumentException($"{function}: both arrays need an axis; the shapes are {x.Shape} and {y.Shape}.", x.Rank == 0 ? nameOfX : nameOfY);
        DType dtype = Promotion.ToInexact(Elementwise.CommonType(x, y));
        NDArray left = Elementwise.ToType(function, x.Rank == 1 ? Mx.ExpandDims(x, 0) : x, dtype);
        NDArray right = Elementwise.ToType(function, y.Rank == 1 ? Mx.ExpandDims(y, 1) : y, dtype);
        if (left.Shape[^1] != right.Shape[^2])
            throw new ArgumentException($"{function}: the inner lengths of shapes {x.Shape} and {y.Shape} differ.", nameOfY);
        return (left, right);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) =>
        new(new Shape([.. Batch(x[0].Shape, x[1].Shape).Lengths, x[0].Shape[^2], x[1].Shape[^1]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new MatMulKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1]) : null,
        dx[1] is { } second ? Apply(x[0], second) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? CotangentOfX(ct, x[1], x[0].Shape) : null, active[1] ? CotangentOfY(x[0], ct, x[1].Shape) : null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.Alone;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        x[0] is { } first ? [null, CotangentOfY(first, ct, inputs[1].Shape)] : [CotangentOfX(ct, Known(x[1]), inputs[0].Shape), null];

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Along(input == 0 ? x[0].Shape.Rank - 1 : x[1].Shape.Rank - 2);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        // Rows times one matrix: the examples may lie anywhere among the rows.
        if (axes[0] is { } place && place < x[0].Rank - 1 && axes[1] is null && x[1].Rank == 2)
            return new(Apply(x), place);
        int rank = Math.Max(x[0].Rank - (axes[0] is null ? 0 : 1), x[1].Rank - (axes[1] is null ? 0 : 1));
        return new(Apply(ToFront(x[0], axes[0], rank), ToFront(x[1], axes[1], rank)), 0);
    }

    // ct·yᵀ, added up over the products that share x.
    private NDArray CotangentOfX(NDArray ct, NDArray y, Shape x)
    {
        int[] shared = SharedAxes(ct.Shape, x);
        // To stand side by side along n, the matrices must be copied, unless they are single rows or columns. Where that
        // is more than all products together, these are added up instead.
        long copied = ct.Shape[^1] == 1 ? 0 : (ct.Shape[^2] == 1 ? 0 : ct.Size) + (y.Shape[^2] == 1 ? 0 : y.Size);
        long products = ct.Size / Math.Max(1, ct.Shape[^1]) * y.Shape[^2];
        return shared.Length > 0 && copied > products
            ? Mx.Reshape(Mx.Sum(Apply(ct, Flip(y)), new Axes(shared)), x)
            : Mx.Reshape(Apply(SideBySide(ct, shared), Flip(SideBySide(Padded(y, ct.Rank), shared))), x);
    }

    // xᵀ·ct, added up over the products that share y.
    private NDArray CotangentOfY(NDArray x, NDArray ct, Shape y)
    {
        int[] shared = SharedAxes(ct.Shape, y);
        return Mx.Reshape(Apply(Flip(Stacked(Padded(x, ct.Rank), shared)), Stacked(ct, shared)), y);
    }

    // The leading axes of the products along which an operand repeats.
    private static int[] SharedAxes(Shape product, Shape operand)
    {
        int added = product.Rank - operand.Rank;
        return [.. Enumerable.Range(0, product.Rank - 2).Where(axis => product[axis] != 1 && (axis < added || operand[axis - added] == 1))];
    }

    // [..., m, k] with some leading axes joined to the rows: [..., shared·m, k].
    private static NDArray Stacked(NDArray x, int[] shared) => Joined(x, shared, x.Rank - 2);

    // [..., m, k] with some leading axes joined to the columns: [..., m, shared·k].
    private static NDArray SideBySide(NDArray x, int[] shared) => Joined(x, shared, x.Rank - 1);

    private static NDArray Joined(NDArray x, int[] shared, int to)
    {
        if (shared.Length == 0)
            return x;
        int[] kept = [.. Enumerable.Range(0, to).Except(shared)], after = [.. Enumerable.Range(to + 1, x.Rank - to - 1)];
        int joined = shared.Append(to).Aggregate(1, (length, axis) => checked(length * x.Shape[axis]));
        NDArray ordered = Mx.Transpose(x, new Axes([.. kept, .. shared, to, .. after]));
        return Mx.Reshape(ordered, new Shape([.. kept.Select(axis => x.Shape[axis]), joined, .. after.Select(axis => x.Shape[axis])]));
    }

    private static NDArray ToFront(NDArray x, int? axis, int rank) => axis is null ? x : Padded(Batching.Move(new(x, axis), 0), rank + 1, 1);

    // Axes of length 1 inserted at a place, up to a rank.
    private static NDArray Padded(NDArray x, int rank, int place = 0) => x.Rank == rank
        ? x
        : Mx.Reshape(x, new Shape([.. x.Shape.Lengths[..place], .. Enumerable.Repeat(1, rank - x.Rank), .. x.Shape.Lengths[place..]]));

    private static Shape Batch(Shape x, Shape y) =>
        Elementwise.BroadcastShapes("MatMul", new Shape(x.Lengths[..^2]), new Shape(y.Lengths[..^2]));

    private static NDArray Flip(NDArray x) => Mx.MoveAxis(x, -1, -2);
}
