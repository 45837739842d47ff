namespace Tangent.Layers;

/// <summary>A table of vectors that is quantised and never trained.</summary>
[Mlx("nn.QuantizedEmbedding")]
public partial class QuantizedEmbedding : Embedding
{
    /// <summary>The quantised form of a new table.</summary>
    /// <param name="numEmbeddings">How many vectors.</param>
    /// <param name="dims">The length of a vector, whole groups long.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <exception cref="ArgumentException">Vectors do not go into whole groups, or there is no such format.</exception>
    public QuantizedEmbedding(int numEmbeddings, int dims, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine)
        : this(new Embedding(numEmbeddings, dims).Weight, new QuantizationSettings(groupSize, bits, mode))
    {
    }

    private QuantizedEmbedding(NDArray weight, QuantizationSettings settings)
        : this(PackedWeight.Of("QuantizedEmbedding", weight, settings), settings)
    {
    }

    private QuantizedEmbedding(PackedWeight weight, QuantizationSettings settings)
        : base(weight.Codes)
    {
        (Scales, Biases) = (weight.Scales, weight.Biases);
        Settings = settings;
    }

    /// <summary>For each group, [vectors, groups].</summary>
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

    [Static]
    private QuantizationSettings Settings { get; }

    private int Dims => Scales.Shape[^1] * GroupSize;

    /// <summary>The quantised form of a table.</summary>
    /// <param name="embedding">The table.</param>
    /// <param name="groupSize">The numbers that share a scale; null for the usual number of the mode.</param>
    /// <param name="bits">The bits of a number; null for the usual number of the mode.</param>
    /// <param name="mode">What codes and scales stand for.</param>
    /// <exception cref="ArgumentException">Vectors do not go into whole groups, or there is no such format.</exception>
    public static QuantizedEmbedding FromEmbedding(Embedding embedding, int? groupSize = null, int? bits = null, QuantizationMode mode = QuantizationMode.Affine)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        return new(embedding.Weight, new QuantizationSettings(groupSize, bits, mode));
    }

    /// <summary>The vectors of some numbers, of the type of the scales, or but for affine bfloat16.</summary>
    /// <param name="x">Numbers from 0 below the count of vectors, integers of any shape.</param>
    /// <returns>[…, length].</returns>
    /// <exception cref="ArgumentException">The numbers are no integers, or one that is known is out of range.</exception>
    public override NDArray Call(NDArray x)
    {
        RequireNumbers("QuantizedEmbedding", x, Weight.Shape[0]);
        NDArray flat = Mx.Flatten(x);
        NDArray? biases = Biases is null ? null : Mx.Take(Biases, flat, 0);
        NDArray vectors = Mx.Dequantize(Mx.Take(Weight, flat, 0), Mx.Take(Scales, flat, 0), biases, GroupSize, Bits, Mode);
        return Mx.Reshape(vectors, Shape.Create([.. x.Shape, Dims]));
    }

    /// <inheritdoc/>
    public override NDArray AsLinear(NDArray x)
    {
        Arguments.RequireLast("QuantizedEmbedding.AsLinear", x, Dims);
        return Mx.QuantizedMatMul(Arguments.Floating("QuantizedEmbedding.AsLinear", x), Weight, Scales, Biases, true, GroupSize, Bits, Mode);
    }

    /// <inheritdoc/>
    public override Module? ToQuantized(QuantizationSettings settings) => null;

    /// <inheritdoc/>
    protected override ArrayRole RoleOf(string key) => key == "weight" ? ArrayRole.Buffer : base.RoleOf(key);

    /// <inheritdoc/>
    protected override string Details => $"num_embeddings={Weight.Shape[0]}, dims={Dims}, {Settings.Details}";
}
