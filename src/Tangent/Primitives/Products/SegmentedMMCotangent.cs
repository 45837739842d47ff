using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The cotangent of <see cref="SegmentedMM"/>'s left operand from that of its result [..., s, m, n] and the right operand [..., k, n]: [..., m, k]. Linear in either;
/// the cotangent of the right operand is one of these too.
/// </summary>
internal sealed record SegmentedMMCotangent : Primitive
{
    /// <summary>The transpose of what it makes of matrices [..., s, n, m] for [..., s, m, n].</summary>
    public static NDArray Transposed(NDArray ct, NDArray y, NDArray segments) =>
        Mx.SwapAxes(Shared<SegmentedMMCotangent>.Instance.Apply(Mx.SwapAxes(ct, -1, -2), y, segments), -1, -2);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([.. x[1].Shape.Lengths[..^2], x[0].Shape[^2], x[1].Shape[^2]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SegmentedCotangentKernel();

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? Apply(first, x[1], x[2]) : null,
        dx[1] is { } second ? Apply(x[0], second, x[2]) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? CotangentOfFirst(ct, x[1], x[2]) : null, active[1] ? CotangentOfY(ct, x[0], x[2]) : null, null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input < 2 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        x[0] is { } first ? [null, CotangentOfY(ct, first, x[2]!), null] : [CotangentOfFirst(ct, Known(x[1]), x[2]!), null, null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);

    private static NDArray CotangentOfFirst(NDArray ct, NDArray y, NDArray segments) => Shared<SegmentedMM>.Instance.Apply(ct, y, segments);

    private static NDArray CotangentOfY(NDArray ct, NDArray first, NDArray segments) => Transposed(first, Mx.SwapAxes(ct, -1, -2), segments);
}
