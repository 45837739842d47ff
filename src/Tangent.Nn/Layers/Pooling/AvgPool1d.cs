namespace Tangent.Layers;

/// <summary>The mean in a window that moves along one axis. In the padding stand zeros, which count.</summary>
[Mlx("nn.AvgPool1d")]
public partial class AvgPool1d : PoolingLayer
{
    /// <summary>A layer without parameters.</summary>
    /// <param name="kernelSize">Places of the window.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Zeros at either end.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes, or one is too small.</exception>
    public AvgPool1d(int kernelSize, int? stride = null, int padding = 0)
        : base("AvgPool1d", 1, kernelSize, stride ?? kernelSize, padding)
    {
    }

    /// <summary>The mean in a window over [N, L, C]: [N, M, C].</summary>
    /// <exception cref="ArgumentException">There are other axes, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x)
    {
        Require("AvgPool1d", x, "[N, L, C]");
        return Mx.AveragePool(x, KernelSize, Stride, Padding);
    }
}
