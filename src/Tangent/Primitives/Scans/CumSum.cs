using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The sum of all elements up to each place along an axis, or of the flattened array. Bool adds up as int32, 16-bit
    /// floating types in float32; an empty axis gives an empty result.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="axis">The axis; null flattens the array first.</param>
    /// <param name="reverse">True to start at the end of the axis.</param>
    /// <param name="inclusive">False to leave out the place itself: the first result is 0.</param>
    /// <param name="dtype">The type in which to add up; by default that of the array.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    [Mlx("core.cumsum")]
    [Mlx("core.cumulative_sum")]
    public static NDArray CumSum(NDArray x, int? axis = null, bool reverse = false, bool inclusive = true, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        DType chosen = dtype ?? (x.DType == DType.Bool ? DType.Int32 : x.DType);
        return ScanDirection.Apply("CumSum", AsType(x, chosen), axis, reverse, inclusive, direction => new CumSum(direction));
    }
}

/// <summary>Sums along an axis.</summary>
internal sealed record CumSum(ScanDirection Direction) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Direction), Direction)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Direction.Kernel(ScanOp.Sum);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => new CumSum(Direction.Opposite).Apply(ct);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Along(Direction.Axis);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(new CumSum(Direction.In(axes[0]!.Value)).Apply(x[0]), axes[0]);
}
