namespace Tangent.Layers;

/// <summary>
/// A quantised linear layer that stays as it is, and a product of two small matrices that is added to it and trained (Hu et al., "LoRA", 2021). At first
/// nothing is added. Its arrays keep their names: <c>weight</c>, <c>bias</c>, <c>scales</c>, and <c>lora_a</c> and <c>lora_b</c> beside them.
/// </summary>
public partial class QuantizedLoRALinear : QuantizedLinear
{
    /// <summary>A layer around another, whose arrays it shares.</summary>
    /// <param name="linear">The layer.</param>
    /// <param name="rank">The rank of what is added.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="dropout">The probability that an input to it is dropped while it is being trained.</param>
    public QuantizedLoRALinear(QuantizedLinear linear, int rank = 8, double scale = 20, double dropout = 0)
        : base(new PackedWeight(Given(linear).Weight, linear.Scales, linear.Biases), linear.Bias, linear.Settings)
    {
        LoraA = LowRankUpdate.First("QuantizedLoRALinear", linear.InputDims, rank);
        LoraB = Mx.Zeros((rank, linear.OutputDims));
        Scale = scale;
        Dropout = new(dropout);
    }

    /// <summary>The first factor, [input, rank].</summary>
    public NDArray LoraA { get; set; }

    /// <summary>The second factor, [rank, output].</summary>
    public NDArray LoraB { get; set; }

    /// <summary>What the product is multiplied by.</summary>
    public double Scale { get; }

    /// <summary>What drops inputs to the product.</summary>
    public Dropout Dropout { get; }

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        NDArray y = base.Call(x);
        return y + Mx.AsType(LowRankUpdate.Of(x, LoraA, LoraB, Scale, Dropout), y.DType);
    }

    /// <inheritdoc/>
    public override Module? ToQuantized(QuantizationSettings settings) => null;

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"{base.Details}, rank={LoraA.Shape[1]}, scale={Scale}");

    private static QuantizedLinear Given(QuantizedLinear linear) => linear ?? throw new ArgumentNullException(nameof(linear));
}
