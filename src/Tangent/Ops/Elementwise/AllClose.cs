namespace Tangent;

public static partial class Mx
{
    /// <summary>Whether all elements of two arrays are close in the sense of <see cref="IsClose"/>, as a bool scalar, after broadcasting.</summary>
    [Mlx("core.allclose")]
    public static NDArray AllClose(NDArray x, NDArray y, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) =>
        All(IsClose(x, y, rtol, atol, equalNan));
}
