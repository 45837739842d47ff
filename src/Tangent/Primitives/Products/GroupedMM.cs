using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Sums of products of matrices [p, m, k] and [q, k, n], chosen by two lists of indices, where a third says to which sum a product goes: [count, m, n].
/// Linear in either operand; cotangents are such sums again.
/// </summary>
internal sealed record GroupedMM(int Count) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Count), Count)];

    /// <summary>The sums, by the way that moves less: products side by side in the depth, or each by itself and then added up.</summary>
    public static NDArray Sums(NDArray x, NDArray y, NDArray left, NDArray right, NDArray groups, int count)
    {
        long rows = x.Shape[1], depth = x.Shape[2], columns = y.Shape[2];
        if (2 * rows * columns >= depth * (rows + columns))
            return new GroupedMM(count).Apply(x, y, left, right, groups);
        NDArray products = Folding.Precise(Mx.ExpandDims(Shared<GatherMM>.Instance.Apply(x, y, left, right), 1));
        NDArray zeros = Tangents.Zeros(new(new Shape([count, (int)rows, (int)columns]), products.DType));
        return Mx.AsType(new Scatter(ScatterMode.Add, [0], true).Write(zeros, [groups], products), x.DType);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([Count, x[0].Shape[1], x[1].Shape[2]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new GroupedProductKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1], x[2], x[3], x[4]) : null,
        dx[1] is { } second ? Apply(x[0], second, x[2], x[3], x[4]) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? CotangentOfX(ct, x[1], x, x[0].Shape[0]) : null, active[1] ? CotangentOfY(ct, x[0], x, x[1].Shape[0]) : null, null, null, null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input < 2 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => x[0] is { } first
        ? [null, CotangentOfY(ct, first, x, inputs[1].Shape[0]), null, null, null]
        : [CotangentOfX(ct, Known(x[1]), x, inputs[0].Shape[0]), null, null, null, null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        (NDArray left, NDArray indicesOfLeft) = IndexedMatrices.OfBatch(x[0], axes[0], x[2], axes[2], length);
        (NDArray right, NDArray indicesOfRight) = IndexedMatrices.OfBatch(x[1], axes[1], x[3], axes[3], length);
        NDArray groups = IndexedMatrices.IndicesOfBatch(x[4], axes[4], length, Count);
        return new(Batching.Split(new GroupedMM(checked(length * Count)).Apply(left, right, indicesOfLeft, indicesOfRight, groups), 0, length, Count), 0);
    }

    private static NDArray CotangentOfX(NDArray ct, NDArray y, NDArray?[] x, int count) => Sums(ct, Mx.SwapAxes(y, -1, -2), x[4]!, x[3]!, x[2]!, count);

    private static NDArray CotangentOfY(NDArray ct, NDArray left, NDArray?[] x, int count) => Sums(Mx.SwapAxes(left, -1, -2), ct, x[2]!, x[4]!, x[3]!, count);
}
