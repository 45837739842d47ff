namespace Tangent;

public static partial class Mx
{
    /// <summary>The logarithm of <see cref="Softmax"/> along one axis, the last unless given; see <see cref="LogSoftmax(NDArray, Axes?)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    [Mlx("nn.log_softmax")]
    public static NDArray LogSoftmax(NDArray x, int axis = -1) => LogSoftmax(x, (Axes?)axis);

    /// <summary>
    /// The logarithm of <see cref="Softmax"/> over some axes, or all, which neither overflows nor loses small probabilities. Integers
    /// become float32; 16-bit types are computed in float32 and rounded once.
    /// </summary>
    public static NDArray LogSoftmax(NDArray x, Axes? axis)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        Axes axes = new(Axes.Normalize("LogSoftmax", axis, x.Rank));
        if (x.Size == 0)
            return inexact.Share();
        NDArray precise = Folding.Precise(inexact);
        // Taken out first, the largest element costs no digits of the others.
        NDArray largest = StopGradient(AsType(Max(Real(precise), axes, keepdims: true), precise.DType));
        NDArray shifted = precise - Where(IsFinite(largest), largest, 0);
        return AsType(shifted - LogSumExp(shifted, axes, keepdims: true), inexact.DType);
    }
}
