namespace Tangent.Layers;

/// <summary>A convolution along one axis.</summary>
[Mlx("nn.Conv1d")]
public partial class Conv1d : ConvolutionLayer
{
    /// <summary>A layer with filters drawn evenly from ±1/√(channels · places of the window), and a bias of zeros.</summary>
    /// <param name="inChannels">The channels of what it takes.</param>
    /// <param name="outChannels">The channels of what it makes.</param>
    /// <param name="kernelSize">Places of the window.</param>
    /// <param name="stride">By how much the window moves.</param>
    /// <param name="padding">Zeros at either end.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels, or there are other numbers than axes.</exception>
    public Conv1d(int inChannels, int outChannels, int kernelSize, int stride = 1, int padding = 0, int dilation = 1, int groups = 1, bool bias = true)
        : base("Conv1d", 1, inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias)
    {
    }

    /// <summary>The convolution of [N, L, C]: [N, M, out].</summary>
    /// <exception cref="ArgumentException">The shape does not fit, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x) => base.Call(x);

    private protected override NDArray Convolve(NDArray x)
    {
        Arguments.RequireAxes("Conv1d", x, 3, 3, "[N, L, C]");
        return Mx.Conv1d(x, Weight, Stride[0], Padding[0], Dilation[0], Groups);
    }
}
