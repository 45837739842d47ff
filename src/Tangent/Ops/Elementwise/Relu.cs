namespace Tangent;

public static partial class Mx
{
    /// <summary>The larger of each element and 0, NaN where it is NaN. The derivative at 0 is 0.</summary>
    [Mlx("nn.relu")]
    public static NDArray Relu(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Where(LessEqual(x, 0), 0, x);
    }
}
