namespace Tangent.Layers;

/// <summary>A convolution along two axes.</summary>
[Mlx("nn.Conv2d")]
public partial class Conv2d : ConvolutionLayer
{
    /// <summary>A layer with filters drawn evenly from ±1/√(channels · places of the window), and a bias of zeros.</summary>
    /// <param name="inChannels">The channels of what it takes.</param>
    /// <param name="outChannels">The channels of what it makes.</param>
    /// <param name="kernelSize">Places of the window, along each axis or along all.</param>
    /// <param name="stride">By how much the window moves.</param>
    /// <param name="padding">Zeros at either end.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="groups">So many groups of channels, each with filters of its own.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    /// <exception cref="ArgumentException">The groups do not divide the channels, or there are other numbers than axes.</exception>
    public Conv2d(int inChannels, int outChannels, PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null, PerAxis? dilation = null, int groups = 1, bool bias = true)
        : base("Conv2d", 2, inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias)
    {
    }

    /// <summary>The convolution of [N, H, W, C]: [N, P, Q, out].</summary>
    /// <exception cref="ArgumentException">The shape does not fit, or the window is larger than the padded input.</exception>
    public override NDArray Call(NDArray x) => base.Call(x);

    private protected override NDArray Convolve(NDArray x)
    {
        Arguments.RequireAxes("Conv2d", x, 4, 4, "[N, H, W, C]");
        return Mx.Conv2d(x, Weight, Stride, Padding, Dilation, Groups);
    }
}
