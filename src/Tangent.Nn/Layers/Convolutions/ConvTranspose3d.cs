namespace Tangent.Layers;

/// <summary>A transposed convolution along three axes: it undoes the shape of <see cref="Conv3d"/>.</summary>
[Mlx("nn.ConvTranspose3d")]
public partial class ConvTranspose3d : ConvTransposeLayer
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
    public ConvTranspose3d(int inChannels, int outChannels, PerAxis kernelSize, PerAxis? stride = null, PerAxis? padding = null, PerAxis? dilation = null, PerAxis? outputPadding = null, bool bias = true)
        : base("ConvTranspose3d", 3, inChannels, outChannels, kernelSize, stride, padding, dilation, outputPadding, bias)
    {
    }

    /// <summary>The transposed convolution of [N, D, H, W, C]: [N, O, P, Q, out].</summary>
    /// <exception cref="ArgumentException">The shape does not fit, or nothing of the result remains.</exception>
    public override NDArray Call(NDArray x) => base.Call(x);

    private protected override NDArray Convolve(NDArray x)
    {
        Arguments.RequireAxes("ConvTranspose3d", x, 5, 5, "[N, D, H, W, C]");
        return Mx.ConvTranspose3d(x, Weight, Stride, Padding, Dilation, OutputPadding);
    }
}
