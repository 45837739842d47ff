namespace Tangent.Layers;

/// <summary>The largest element in a window that moves along one axis. The derivative goes to the largest elements, which share it evenly.</summary>
[Mlx("nn.MaxPool1d")]
public partial class MaxPool1d : PoolingLayer
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="kernelSize">Places of the window.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Places at either end, which count as less than anything.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes, or one is too small.</exception>
    public MaxPool1d(int kernelSize, int? stride = null, int padding = 0)
        : base("MaxPool1d", 1, kernelSize, stride ?? kernelSize, padding)
    {
    }

    /// <summary>The largest element in a window over [N, L, C]: [N, M, C].</summary>
    /// <exception cref="ArgumentException">There are other axes, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x)
    {
        Require("MaxPool1d", x, "[N, L, C]");
        return Mx.MaxPool(x, KernelSize, Stride, Padding);
    }
}
