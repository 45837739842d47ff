namespace Tangent.Layers;

/// <summary>The largest element in a window that moves along three axes. The derivative goes to the largest elements, which share it evenly.</summary>
[Mlx("nn.MaxPool3d")]
public partial class MaxPool3d : PoolingLayer
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="kernelSize">Places of the window, along each axis or along all.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Places at either end, which count as less than anything.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes, or one is too small.</exception>
    public MaxPool3d(PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null)
        : base("MaxPool3d", 3, kernelSize, stride, padding)
    {
    }

    /// <summary>The largest element in a window over [N, D, H, W, C]: [N, O, P, Q, C].</summary>
    /// <exception cref="ArgumentException">There are other axes, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x)
    {
        Require("MaxPool3d", x, "[N, D, H, W, C]");
        return Mx.MaxPool(x, KernelSize, Stride, Padding);
    }
}
