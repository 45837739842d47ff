namespace Tangent;

public static partial class Mx
{
    /// <summary>The array itself, as <c>+x</c>.</summary>
    [Mlx("core.positive")]
    public static NDArray Positive(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Share();
    }
}
