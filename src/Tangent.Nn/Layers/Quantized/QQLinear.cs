namespace Tangent.Layers;

/// <summary>
/// A linear layer of which what it takes and its weight are both quantised. While it is being trained the weight is kept as numbers, to which
/// derivatives go straight through the rounding; <c>Eval</c> packs it and <c>Train</c> unpacks it.
/// </summary>
[Mlx("nn.QQLinear")]
public partial class QQLinear : Linear
{
    private DType trained = DType.Float32;

    /// <summary>A new layer in training.</summary>
    /// <param name="inputDims">The length of what it takes, whole groups long.</param>
    /// <param name="outputDims">The length of what it makes.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for: <see cref="QuantizationMode.NvFp4"/> or <see cref="QuantizationMode.MxFp8"/>.</param>
    /// <exception cref="ArgumentException">The input does not go into whole groups, or there is no such format.</exception>
    public QQLinear(int inputDims, int outputDims, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.NvFp4)
        : this(new Linear(inputDims, outputDims, bias: false), new(groupSize, bits, mode))
    {
    }

    private QQLinear(Linear linear, QuantizationSettings settings) : base(linear.Weight, linear.Bias)
    {
        if (settings.Mode is not (QuantizationMode.NvFp4 or QuantizationMode.MxFp8))
            throw new ArgumentException($"QQLinear: the mode is {settings.Mode}; it must be {QuantizationMode.NvFp4} or {QuantizationMode.MxFp8}.", nameof(settings));
        // What cannot be packed later is refused now.
        PackedWeight.Of("QQLinear", linear.Weight, settings);
        Settings = settings;
    }

    /// <summary>For each group of the packed weight, [output, groups]; null while it is being trained.</summary>
    [Buffer]
    public NDArray? Scales { get; set; }

    /// <summary>The numbers that share a scale.</summary>
    public int GroupSize => Settings.Group;

    /// <summary>The bits of a number.</summary>
    public int Bits => Settings.Width;

    /// <summary>What codes and scales stand for.</summary>
    public QuantizationMode Mode => Settings.Mode;

    /// <inheritdoc/>
    public override int InputDims => Scales is null ? base.InputDims : Scales.Shape[^1] * GroupSize;

    [Static]
    private QuantizationSettings Settings { get; }

    /// <summary>The same layer with what it takes and its weight quantised, in training; it keeps the bias.</summary>
    /// <param name="linear">The layer.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <exception cref="ArgumentException">The input does not go into whole groups, or there is no such format.</exception>
    public static QQLinear FromLinear(Linear linear, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.NvFp4)
    {
        ArgumentNullException.ThrowIfNull(linear);
        return new(linear, new QuantizationSettings(groupSize, bits, mode));
    }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        Arguments.RequireLast("QQLinear", x, InputDims);
        NDArray y = Mx.QQMM(Arguments.Floating("QQLinear", x), Weight, Scales, GroupSize, Bits, Mode);
        return Bias is null ? y : y + Bias;
    }

    /// <inheritdoc/>
    public override Module? ToQuantized(QuantizationSettings settings) => null;

    /// <inheritdoc/>
    protected override void OnTrainingChanged()
    {
        base.OnTrainingChanged();
        if (Training && Scales is not null)
        {
            Weight = Mx.Dequantize(Weight, Scales, null, GroupSize, Bits, Mode, dtype: trained);
            Scales = null;
        }
        else if (!Training && Scales is null)
        {
            trained = Weight.DType;
            (Weight, Scales, _) = PackedWeight.Of("QQLinear", Weight, Settings);
        }
    }

    /// <inheritdoc/>
    protected override ArrayRole RoleOf(string key) => Scales is not null && key == "weight" ? ArrayRole.Buffer : base.RoleOf(key);

    /// <inheritdoc/>
    protected override string Details => $"{base.Details}, {Settings.Details}";
}
