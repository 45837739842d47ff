namespace Tangent.Layers;

/// <summary>A transposed convolution along one axis: it undoes the shape of <see cref="Conv1d"/>.</summary>
[Mlx("nn.ConvTranspose1d")]
public partial class ConvTranspose1d : ConvTransposeLayer
{
    /// <summary>A layer with filters drawn evenly from ±1/√(channels · places of the window), and a bias of zeros.</summary>
    /// <param name="inChannels">The channels of what it takes.</param>
    /// <param name="outChannels">The channels of what it makes.</param>
    /// <param name="kernelSize">Places of the window.</param>
    /// <param name="stride">Elements of the result from where one element of the input begins to where the next does.</param>
    /// <param name="padding">Elements of the result to leave out at either end.</param>
    /// <param name="dilation">Elements from one place of the window to the next.</param>
    /// <param name="outputPadding">Elements of the result more at the end.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    /// <exception cref="ArgumentException">There are other numbers than axes.</exception>
    public ConvTranspose1d(int inChannels, int outChannels, int kernelSize, int stride = 1, int padding = 0, int dilation = 1, int outputPadding = 0, bool bias = true)
        : base("ConvTranspose1d", 1, inChannels, outChannels, kernelSize, stride, padding, dilation, outputPadding, bias)
    {
    }

    /// <summary>The transposed convolution of [N, L, C]: [N, M, out].</summary>
    /// <exception cref="ArgumentException">The shape does not fit, or nothing of the result remains.</exception>
    public override NDArray Call(NDArray x) => base.Call(x);

    private protected override NDArray Convolve(NDArray x)
    {
        Arguments.RequireAxes("ConvTranspose1d", x, 3, 3, "[N, L, C]");
        return Mx.ConvTranspose1d(x, Weight, Stride[0], Padding[0], Dilation[0], OutputPadding[0]);
    }
}
