using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Products of matrices that indices choose: a[lhsIndices[i]] · b[rhsIndices[i]], where matrices of [..., m, k] and [..., k, n] are counted through all leading axes;
    /// [..., m, n] in the shape that the indices broadcast to. Without indices of one, all its matrices in order; without either, <see cref="MatMul"/>. Integers become float32.
    /// </summary>
    /// <param name="a">[..., m, k]; one axis is a row, which vanishes from the result.</param>
    /// <param name="b">[..., k, n]; one axis is a column, which vanishes from the result.</param>
    /// <param name="lhsIndices">Integers. A negative one counts from the end; out of range it counts as the nearest within.</param>
    /// <param name="rhsIndices">Integers likewise.</param>
    /// <param name="sortedIndices">A promise that the indices ascend, which nothing depends on: whether they do is seen from them.</param>
    /// <exception cref="ArgumentException">The inner lengths differ, the indices are no integers or do not broadcast, or there is no matrix to choose.</exception>
    [Mlx("core.gather_mm")]
    public static NDArray GatherMM(NDArray a, NDArray b, NDArray? lhsIndices = null, NDArray? rhsIndices = null, bool sortedIndices = false)
    {
        _ = sortedIndices;
        const string name = "GatherMM";
        if (lhsIndices is null && rhsIndices is null)
            return Tangent.MatMul.Of(name, a, b, nameof(a), nameof(b));
        (NDArray x, NDArray y) = Tangent.MatMul.Matrices(name, a, b, nameof(a), nameof(b));
        NDArray[] indices = Indices.Align(name, [lhsIndices ?? IndexedMatrices.Numbers(x), rhsIndices ?? IndexedMatrices.Numbers(y)]);
        Shape places = indices[0].Shape;
        RequireMatrices(name, x, places, nameof(a));
        RequireMatrices(name, y, places, nameof(b));
        NDArray products = places.Size == 0
            ? Tangents.Zeros(new(new Shape([0, x.Shape[^2], y.Shape[^1]]), x.DType))
            : Shared<GatherMM>.Instance.Apply(IndexedMatrices.Stack(x), IndexedMatrices.Stack(y), Flatten(indices[0]), Flatten(indices[1]));
        int[] last = [.. a.Rank == 1 ? [] : new[] { x.Shape[^2] }, .. b.Rank == 1 ? [] : new[] { y.Shape[^1] }];
        return Reshape(products, new Shape([.. places, .. last]));
    }

    private static void RequireMatrices(string function, NDArray matrices, Shape places, string name)
    {
        if (places.Size > 0 && IndexedMatrices.Count(matrices) == 0)
            throw new ArgumentOutOfRangeException(name, $"{function}: no index is in range for the matrices of shape {matrices.Shape}.");
    }
}

/// <summary>Products of matrices [p, m, k] and [q, k, n], chosen by two lists of indices: [count, m, n]; linear in either operand.</summary>
internal sealed record GatherMM : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([x[2].Shape[0], x[0].Shape[1], x[1].Shape[2]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new GatherProductKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1], x[2], x[3]) : null,
        dx[1] is { } second ? Apply(x[0], second, x[2], x[3]) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? CotangentOfX(ct, x[1], x[2], x[3], x[0].Shape[0]) : null, active[1] ? CotangentOfY(ct, x[0], x[2], x[3], x[1].Shape[0]) : null, null, null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input < 2 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => x[0] is { } first
        ? [null, CotangentOfY(ct, first, x[2]!, x[3]!, inputs[1].Shape[0]), null, null]
        : [CotangentOfX(ct, Known(x[1]), x[2]!, x[3]!, inputs[0].Shape[0]), null, null, null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int length = Batching.Length(x, axes);
        (NDArray left, NDArray indicesOfLeft) = IndexedMatrices.OfBatch(x[0], axes[0], x[2], axes[2], length);
        (NDArray right, NDArray indicesOfRight) = IndexedMatrices.OfBatch(x[1], axes[1], x[3], axes[3], length);
        int count = axes[2] is { } axis ? x[2].Shape.Without([axis])[0] : x[2].Shape[0];
        return new(Batching.Split(Apply(left, right, indicesOfLeft, indicesOfRight), 0, length, count), 0);
    }

    private static NDArray CotangentOfX(NDArray ct, NDArray y, NDArray left, NDArray right, int count) =>
        GroupedMM.Sums(ct, Mx.SwapAxes(y, -1, -2), Each(left), right, left, count);

    private static NDArray CotangentOfY(NDArray ct, NDArray x, NDArray left, NDArray right, int count) =>
        GroupedMM.Sums(Mx.SwapAxes(x, -1, -2), ct, left, Each(right), right, count);

    private static NDArray Each(NDArray indices) => Iota.Of(indices.Shape[0], DType.Int32);
}
