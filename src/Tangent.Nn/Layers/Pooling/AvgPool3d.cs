namespace Tangent.Layers;

/// <summary>The mean in a window that moves along three axes. In the padding stand zeros, which count.</summary>
[Mlx("nn.AvgPool3d")]
public partial class AvgPool3d : PoolingLayer
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="kernelSize">Places of the window, along each axis or along all.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Zeros at either end.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes, or one is too small.</exception>
    public AvgPool3d(PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null)
        : base("AvgPool3d", 3, kernelSize, stride, padding)
    {
    }

    /// <summary>The mean in a window over [N, D, H, W, C]: [N, O, P, Q, C].</summary>
    /// <exception cref="ArgumentException">There are other axes, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x)
    {
        Require("AvgPool3d", x, "[N, D, H, W, C]");
        return Mx.AveragePool(x, KernelSize, Stride, Padding);
    }
}
