namespace Tangent.Layers;

/// <summary>The mean in a window that moves along two axes. In the padding stand zeros, which count.</summary>
[Mlx("nn.AvgPool2d")]
public partial class AvgPool2d : PoolingLayer
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="kernelSize">Places of the window, along each axis or along all.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Zeros at either end.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes, or one is too small.</exception>
    public AvgPool2d(PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null)
        : base("AvgPool2d", 2, kernelSize, stride, padding)
    {
    }

    /// <summary>The mean in a window over [N, H, W, C]: [N, P, Q, C].</summary>
    /// <exception cref="ArgumentException">There are other axes, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x)
    {
        Require("AvgPool2d", x, "[N, H, W, C]");
        return Mx.AveragePool(x, KernelSize, Stride, Padding);
    }
}
