namespace Tangent.Layers;

/// <summary>What the transposed convolutions share: filters [out, window…, in], of which each element of the input adds a multiple, and a bias.</summary>
public abstract partial class ConvTransposeLayer : Unary
{
    private protected ConvTransposeLayer(
        string layer, int axes, int inChannels, int outChannels, PerAxis kernelSize, PerAxis? stride, PerAxis? padding, PerAxis? dilation, PerAxis? outputPadding, bool bias)
    {
        Arguments.Positive(layer, inChannels);
        Arguments.Positive(layer, outChannels);
        PerAxis size = PerAxis.Of(layer, nameof(kernelSize), kernelSize, axes, 1, 1);
        Stride = PerAxis.Of(layer, nameof(stride), stride, axes, 1, 1);
        Padding = PerAxis.Of(layer, nameof(padding), padding, axes, 0);
        Dilation = PerAxis.Of(layer, nameof(dilation), dilation, axes, 1, 1);
        OutputPadding = PerAxis.Of(layer, nameof(outputPadding), outputPadding, axes, 0, 0);
        double scale = Math.Sqrt(1.0 / (inChannels * Shape.Create([.. size]).Size));
        Weight = Mx.Random.Uniform(-scale, scale, Shape.Create([outChannels, .. size, inChannels]));
        Bias = bias ? Mx.Zeros(outChannels) : null;
    }

    /// <summary>The filters [out, window…, in].</summary>
    public NDArray Weight { get; set; }

    /// <summary>[out]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>Elements of the result from where one element of the input begins to where the next does.</summary>
    public PerAxis Stride { get; }

    /// <summary>Elements of the result to leave out at either end.</summary>
    public PerAxis Padding { get; }

    /// <summary>Elements from one place of the window to the next.</summary>
    public PerAxis Dilation { get; }

    /// <summary>Elements of the result more at the end.</summary>
    public PerAxis OutputPadding { get; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        NDArray y = Convolve(x);
        return Bias is null ? y : y + Bias;
    }

    /// <inheritdoc/>
    protected override string Details =>
        $"{Weight.Shape[^1]}, {Weight.Shape[0]}, kernel_size={PerAxis.Create(Weight.Shape.AsSpan()[1..^1])}, stride={Stride}, padding={Padding}, dilation={Dilation}, output_padding={OutputPadding}, bias={(Bias is null ? "false" : "true")}";

    /// <summary>The transposed convolution, without the bias.</summary>
    private protected abstract NDArray Convolve(NDArray x);
}
