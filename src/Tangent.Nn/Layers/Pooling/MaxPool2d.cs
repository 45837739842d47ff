namespace Tangent.Layers;

/// <summary>The largest element in a window that moves along two axes. The derivative goes to the largest elements, which share it evenly.</summary>
[Mlx("nn.MaxPool2d")]
public partial class MaxPool2d : PoolingLayer
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="kernelSize">Places of the window, along each axis or along all.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Places at either end, which count as less than anything.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes, or one is too small.</exception>
    public MaxPool2d(PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null)
        : base("MaxPool2d", 2, kernelSize, stride, padding)
    {
    }

    /// <summary>The largest element in a window over [N, H, W, C]: [N, P, Q, C].</summary>
    /// <exception cref="ArgumentException">There are other axes, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x)
    {
        Require("MaxPool2d", x, "[N, H, W, C]");
        return Mx.MaxPool(x, KernelSize, Stride, Padding);
    }
}
