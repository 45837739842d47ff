namespace Tangent;

public static partial class Mx
{
    /// <summary>The mean over some axes, or all; NaN of none. Integers become float32; 16-bit types add up in float32.</summary>
    [Mlx("core.mean")]
    public static NDArray Mean(NDArray x, Axes? axis = null, bool keepdims = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        long count = Folding.Count("Mean", x.Shape, axis);
        NDArray inexact = Elementwise.ToInexact(x);
        NDArray sum = Sum(Folding.Precise(inexact), axis, keepdims);
        return AsType(sum / count, inexact.DType);
    }
}
