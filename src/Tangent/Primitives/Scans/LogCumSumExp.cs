using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// log(sum(exp(x))) of all elements up to each place along an axis, or of the flattened array, without overflow.
    /// Integers become float32, as in <see cref="LogSumExp"/>; 16-bit types are computed in it. An empty axis gives an empty result.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="axis">The axis; null flattens the array first.</param>
    /// <param name="reverse">True to start at the end of the axis.</param>
    /// <param name="inclusive">False to leave out the place itself: the first result is -∞.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    [Mlx("core.logcumsumexp")]
    public static NDArray LogCumSumExp(NDArray x, int? axis = null, bool reverse = false, bool inclusive = true) =>
        ScanDirection.Apply("LogCumSumExp", Elementwise.ToInexact(x), axis, reverse, inclusive, direction => new LogCumSumExp(direction));
}

/// <summary>Logarithms of sums of exponentials along an axis.</summary>
internal sealed record LogCumSumExp(ScanDirection Direction) : Scan(Direction)
{
    /// <inheritdoc/>
    protected override ScanOp Op => ScanOp.LogAddExp;

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        // From y[i] = log(exp(y[i - 1]) + exp(x[i])): the weights are at most 1. Where all was -∞ so far they are 0.
        NDArray finite = Mx.Where(Mx.IsNegInf(y), Mx.ZerosLike(y), y);
        NDArray before = Mx.Exp(Direction.Shift(y, double.NegativeInfinity) - finite);
        NDArray own = Mx.Exp(Direction.Accumulated(x[0], double.NegativeInfinity) - finite);
        return Recur(before, own * Direction.Accumulated(dx[0]!, 0));
    }
}
