namespace Tangent.Layers;

/// <summary>A transposed convolution along two axes: it undoes the shape of <see cref="Conv2d"/>.</summary>
[Mlx("nn.ConvTranspose2d")]
public partial class ConvTranspose2d : ConvTransposeLayer
{
    /// <summary>A layer with filters drawn evenly from ±1/√(channels · places of the window), and a bias of zeros.</summary>
    /// <param name="inChannels">The channels of what it takes.</param>
    /// <param name="outChannels">The channels of what it makes.</param>
    /// <param name="kernelSize">Places of the window, along each axis or along all.</param>
    /// <param name="stride">Elements of the result from where one element of the input begins to where the next does.</param>
    /// <param name="padding">Elements of the result to leave out at either end.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="outputPadding">Elements of the result more at the end.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes.</exception>
    public ConvTranspose2d(int inChannels, int outChannels, PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null, PerAxis? dilation = null, PerAxis? outputPadding = null, bool bias = true)
        : base("ConvTranspose2d", 2, inChannels, outChannels, kernelSize, stride, padding, dilation, outputPadding, bias)
    {
    }

    /// <summary>The transposed convolution of [N, H, W, C]: [N, P, Q, out].</summary>
    /// <exception cref="ArgumentException">The shape does not fit, or nothing of the result remains.</exception>
    public override NDArray Call(NDArray x) => base.Call(x);

    private protected override NDArray Convolve(NDArray x)
    {
        Arguments.RequireAxes("ConvTranspose2d", x, 4, 4, "[N, H, W, C]");
        return Mx.ConvTranspose2d(x, Weight, Stride, Padding, Dilation, OutputPadding);
    }
}
