namespace Tangent.Layers;

/// <summary>What the convolutions share: filters [out, window…, in / groups], which are not turned over, and a bias.</summary>
public abstract partial class ConvolutionLayer : Unary
{
    private protected ConvolutionLayer(
        string layer, int axes, int inChannels, int outChannels, PerAxis kernelSize, PerAxis? stride, PerAxis? padding, PerAxis? dilation, int groups, bool bias)
    {
        Arguments.Positive(layer, inChannels);
        Arguments.Positive(layer, outChannels);
        if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0)
            throw new ArgumentException($"{layer}: {groups} groups do not divide {inChannels} channels of the input and {outChannels} of the output.", nameof(groups));
        PerAxis size = PerAxis.Of(layer, nameof(kernelSize), kernelSize, axes, 1, 1);
        Stride = PerAxis.Of(layer, nameof(stride), stride, axes, 1, 1);
        Padding = PerAxis.Of(layer, nameof(padding), padding, axes, 0);
        Dilation = PerAxis.Of(layer, nameof(dilation), dilation, axes, 1, 1);
        Groups = groups;
        double scale = Math.Sqrt(1.0 / (inChannels * Shape.Create([.. size]).Size));
        Weight = Mx.Random.Uniform(-scale, scale, Shape.Create([outChannels, .. size, inChannels / groups]));
        Bias = bias ? Mx.Zeros(outChannels) : null;
    }

    /// <summary>The filters [out, window…, in / groups].</summary>
    public NDArray Weight { get; set; }

    /// <summary>[out]; null where there is none.</summary>
    public NDArray? Bias { get; set; }

    /// <summary>By how much the window moves along each axis.</summary>
    public PerAxis Stride { get; }

    /// <summary>Zeros at either end of each axis.</summary>
    public PerAxis Padding { get; }

    /// <summary>Elements from one place of the window to the next.</summary>
    public PerAxis Dilation { get; }

    /// <summary>So many groups of channels, each with filters of its own.</summary>
    public int Groups { get; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        NDArray y = Convolve(x);
        return Bias is null ? y : y + Bias;
    }

    /// <inheritdoc/>
    protected override string Details =>
        $"{Weight.Shape[^1] * Groups}, {Weight.Shape[0]}, kernel_size={PerAxis.Create(Weight.Shape.AsSpan()[1..^1])}, stride={Stride}, padding={Padding}, dilation={Dilation}, groups={Groups}, bias={(Bias is null ? "false" : "true")}";

    /// <summary>The convolution, without the bias.</summary>
    private protected abstract NDArray Convolve(NDArray x);
}
