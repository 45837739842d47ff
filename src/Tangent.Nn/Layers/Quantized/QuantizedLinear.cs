namespace Tangent.Layers;

/// <summary>A linear layer whose weight is quantised and never trained; derivatives go to what it takes.</summary>
[Mlx("nn.QuantizedLinear")]
public partial class QuantizedLinear : Linear
{
    /// <summary>The quantised form of a new layer, with a bias of zeros.</summary>
    /// <param name="inputDims">The length of what it takes, whole groups long.</param>
    /// <param name="outputDims">The length of what it makes.</param>
    /// <param name="bias">False for a layer without a bias.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <exception cref="ArgumentException">The input does not go into whole groups, or there is no such format.</exception>
    public QuantizedLinear(
        int inputDims, int outputDims, bool bias = true, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine)
        : this(new Linear(inputDims, outputDims, bias: false).Weight, bias ? Mx.Zeros(outputDims) : null, new(groupSize, bits, mode))
    {
    }

    private QuantizedLinear(NDArray weight, NDArray? bias, QuantizationSettings settings)
        : this(PackedWeight.Of("QuantizedLinear", weight, settings), bias, settings)
    {
    }

    private protected QuantizedLinear(PackedWeight weight, NDArray? bias, QuantizationSettings settings)
        : base(weight.Codes, bias)
    {
        (Scales, Biases) = (weight.Scales, weight.Biases);
        Settings = settings;
    }

    /// <summary>For each group of the weight, [output, groups].</summary>
    [Buffer]
    public NDArray Scales { get; set; }

    /// <summary>The same; null but for affine.</summary>
    [Buffer]
    public NDArray? Biases { get; set; }

    /// <summary>The numbers that share a scale.</summary>
    public int GroupSize => Settings.Group;

    /// <summary>The bits of a number.</summary>
    public int Bits => Settings.Width;

    /// <summary>What codes and scales stand for.</summary>
    public QuantizationMode Mode => Settings.Mode;

    /// <summary>How the weight is quantised.</summary>
    [Static]
    internal QuantizationSettings Settings { get; }

    /// <inheritdoc/>
    public override int InputDims => Scales.Shape[^1] * GroupSize;

    /// <summary>The quantised form of a layer; it keeps the bias.</summary>
    /// <param name="linear">The layer.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <exception cref="ArgumentException">The input does not go into whole groups, or there is no such format.</exception>
    public static QuantizedLinear FromLinear(Linear linear, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine)
    {
        ArgumentNullException.ThrowIfNull(linear);
        return new(linear.Weight, linear.Bias, new(groupSize, bits, mode));
    }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireLast("QuantizedLinear", x, InputDims);
        NDArray y = Mx.QuantizedMatMul(Arguments.Floating("QuantizedLinear", x), Weight, Scales, Biases, true, GroupSize, Bits, Mode);
        return Bias is null ? y : y + Bias;
    }

    /// <inheritdoc/>
    public override Module? ToQuantized(QuantizationSettings settings) => null;

    /// <inheritdoc/>
    protected override ArrayRole RoleOf(string key) => key is "weight" or "bias" ? ArrayRole.Buffer : base.RoleOf(key);

    /// <inheritdoc/>
    protected override string Details => $"{base.Details}, {Settings.Details}";
}
