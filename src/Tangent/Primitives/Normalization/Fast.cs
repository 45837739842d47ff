namespace Tangent;

public static partial class Mx
{
    /// <summary>Operations of neural networks with kernels of their own, after <c>mlx.core.fast</c>.</summary>
    public static partial class Fast;
}
