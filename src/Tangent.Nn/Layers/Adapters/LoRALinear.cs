namespace Tangent.Layers;

/// <summary>
/// A linear layer that stays as it is, and a product of two small matrices that is added to it and trained (Hu et al., "LoRA", 2021). At first
/// nothing is added. Its arrays keep their names: <c>weight</c>, <c>bias</c>, and <c>lora_a</c> and <c>lora_b</c> beside them.
/// </summary>
public partial class LoRALinear : Linear
{
    /// <summary>A layer around another, whose arrays it shares.</summary>
    /// <param name="linear">The layer.</param>
    /// <param name="rank">The rank of what is added.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="dropout">The probability that an input to it is dropped while it is being trained.</param>
    public LoRALinear(Linear linear, int rank = 8, double scale = 20, double dropout = 0)
        : base(Given(linear).Weight, linear.Bias)
    {
        if (linear is QuantizedLinear or QQLinear)
            throw new ArgumentException($"LoRALinear: the layer is a {linear.GetType().Name}, whose weight is packed; LoRALinear.Of makes a QuantizedLoRALinear of a QuantizedLinear.", nameof(linear));
        LoraA = LowRankUpdate.First("LoRALinear", linear.InputDims, rank);
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

    /// <summary>The trained addition to a layer, of whichever kind it is.</summary>
    /// <param name="linear">The layer, quantised or not.</param>
    /// <param name="rank">The rank of what is added.</param>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="dropout">The probability that an input to it is dropped while it is being trained.</param>
    public static Linear Of(Linear linear, int rank = 8, double scale = 20, double dropout = 0) =>
        linear is QuantizedLinear quantized ? new QuantizedLoRALinear(quantized, rank, scale, dropout) : new LoRALinear(linear, rank, scale, dropout);

    /// <summary>A plain layer whose weight has what was added.</summary>
    public Linear Fuse() => new(Weight + Mx.AsType(LowRankUpdate.Matrix(LoraA, LoraB, Scale), Weight.DType), Bias);

    /// <inheritdoc/>
    public override NDArray Call(NDArray x)
    {
        NDArray y = base.Call(x);
        return y + Mx.AsType(LowRankUpdate.Of(x, LoraA, LoraB, Scale, Dropout), y.DType);
    }

    /// <inheritdoc/>
    public override Module? ToQuantized(QuantizationSettings settings) => null;

    /// <inheritdoc/>
    protected override ArrayRole RoleOf(string key) => key is "weight" or "bias" ? ArrayRole.Frozen : base.RoleOf(key);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"{base.Details}, rank={LoraA.Shape[1]}, scale={Scale}");

    private static Linear Given(Linear linear) => linear ?? throw new ArgumentNullException(nameof(linear));
}
