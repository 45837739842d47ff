using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Products over segments of the depth: a[:, from:to] · b[from:to] for each pair of <paramref name="segments"/>, [..., m, n]. A segment is as a slice: a negative end counts from
    /// the end, one beyond counts as the end, and one that ends before it begins is empty, which gives zeros. Integers become float32.
    /// </summary>
    /// <param name="a">[m, k].</param>
    /// <param name="b">[k, n].</param>
    /// <param name="segments">Integers [..., 2]: where each segment begins, and the place behind its end.</param>
    /// <exception cref="ArgumentException">The arrays are no matrices, the inner lengths differ, or the segments are no pairs of integers.</exception>
    [Mlx("core.segmented_mm")]
    public static NDArray SegmentedMM(NDArray a, NDArray b, NDArray segments)
    {
        const string name = "SegmentedMM";
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(segments);
        if (a.Rank != 2 || b.Rank != 2)
            throw new ArgumentException($"{name}: shapes {a.Shape} and {b.Shape} are not those of two matrices; Vmap maps it over more.", a.Rank != 2 ? nameof(a) : nameof(b));
        if (!segments.DType.IsInteger || segments.Rank == 0 || segments.Shape[^1] != 2)
            throw new ArgumentException($"{name}: the segments are {segments.DType.Name()}{segments.Shape}; they must be pairs of integers, [..., 2].", nameof(segments));
        (NDArray x, NDArray y) = Tangent.MatMul.Matrices(name, a, b, nameof(a), nameof(b));
        var lead = new Shape(segments.Shape.Lengths[..^1]);
        NDArray pairs = Reshape(segments, (checked((int)lead.Size), 2));
        if (!pairs.DType.IsUnsigned)
        {
            pairs = AsType(pairs, DType.Int64);
            pairs = Maximum(Where(pairs < 0, pairs + Constant.Of(x.Shape[1], DType.Int64), pairs), Constant.Of(0, DType.Int64));
        }
        NDArray products = Shared<SegmentedMM>.Instance.Apply(x, y, pairs);
        return Reshape(products, new Shape([.. lead, x.Shape[0], y.Shape[1]]));
    }
}

/// <summary>Products of [..., m, k] and [..., k, n] over segments of the depth, [..., s, 2]: [..., s, m, n]; all have the same leading axes. Linear in either operand.</summary>
internal sealed record SegmentedMM : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([.. x[2].Shape.Lengths[..^1], x[0].Shape[^2], x[1].Shape[^1]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SegmentedProductKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1], x[2]) : null,
        dx[1] is { } second ? Apply(x[0], second, x[2]) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? CotangentOfX(ct, x[1], x[2]) : null, active[1] ? CotangentOfY(ct, x[0], x[2]) : null, null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input < 2 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        x[0] is { } first ? [null, CotangentOfY(ct, first, x[2]!), null] : [CotangentOfX(ct, Known(x[1]), x[2]!), null, null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    private static NDArray CotangentOfX(NDArray ct, NDArray y, NDArray segments) => Shared<SegmentedMMCotangent>.Instance.Apply(ct, y, segments);

    private static NDArray CotangentOfY(NDArray ct, NDArray x, NDArray segments) => SegmentedMMCotangent.Transposed(ct, Mx.SwapAxes(x, -1, -2), segments);
}
