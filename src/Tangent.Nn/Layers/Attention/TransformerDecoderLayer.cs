namespace Tangent.Layers;

/// <summary>A block of a transformer's decoder: attention to itself, attention to a memory, and two linear layers, with a normalisation and a sum around each.</summary>
[Mlx("nn.TransformerDecoderLayer")]
public partial class TransformerDecoderLayer : Module
{
    /// <summary>A block.</summary>
    /// <param name="dims">The length of what it takes and makes.</param>
    /// <param name="numHeads">The number of heads, which divides it.</param>
    /// <param name="mlpDims">The length between the linear layers; four times <paramref name="dims"/> if nothing is said.</param>
    /// <param name="dropout">The probability of being dropped while it is being trained.</param>
    /// <param name="activation">What stands between the linear layers; <see cref="Nn.Relu"/> if nothing is said.</param>
    /// <param name="normFirst">True to normalise before each part; else after each sum.</param>
    public TransformerDecoderLayer(int dims, int numHeads, int? mlpDims = null, double dropout = 0, Func<NDArray, NDArray>? activation = null, bool normFirst = true)
    {
        int between = mlpDims ?? (4 * dims);
        (SelfAttention, CrossAttention) = (new(dims, numHeads), new(dims, numHeads));
        (Ln1, Ln2, Ln3) = (new(dims), new(dims), new(dims));
        (Linear1, Linear2) = (new(dims, between), new(between, dims));
        (Dropout1, Dropout2, Dropout3) = (new(dropout), new(dropout), new(dropout));
        Activation = activation ?? Nn.Relu;
        NormFirst = normFirst;
    }

    /// <summary>Attention to itself.</summary>
    public MultiHeadAttention SelfAttention { get; set; }

    /// <summary>Attention to the memory.</summary>
    public MultiHeadAttention CrossAttention { get; set; }

    /// <summary>The normalisation of attention to itself.</summary>
    public LayerNorm Ln1 { get; set; }

    /// <summary>The normalisation of attention to the memory.</summary>
    public LayerNorm Ln2 { get; set; }

    /// <summary>The normalisation of the linear layers.</summary>
    public LayerNorm Ln3 { get; set; }

    /// <summary>The first linear layer.</summary>
    public Linear Linear1 { get; set; }

    /// <summary>The second linear layer.</summary>
    public Linear Linear2 { get; set; }

    /// <summary>Behind attention to itself.</summary>
    public Dropout Dropout1 { get; set; }

    /// <summary>Behind attention to the memory.</summary>
    public Dropout Dropout2 { get; set; }

    /// <summary>Between the linear layers.</summary>
    public Dropout Dropout3 { get; set; }

    /// <summary>What stands between the linear layers.</summary>
    public Func<NDArray, NDArray> Activation { get; }

    /// <summary>True to normalise before each part.</summary>
    public bool NormFirst { get; }

    /// <summary>The block.</summary>
    /// <param name="x">[batch, places, dims].</param>
    /// <param name="memory">What an encoder made, [batch, places of the memory, dims].</param>
    /// <param name="xMask">As for <see cref="MultiHeadAttention"/>, of attention to itself; null for none.</param>
    /// <param name="memoryMask">The same, of attention to the memory; null for none.</param>
    /// <param name="cache">The places before these; null for none.</param>
    /// <returns>[batch, places, dims].</returns>
    public NDArray Call(NDArray x, NDArray memory, NDArray? xMask = null, NDArray? memoryMask = null, KeyValueCache? cache = null)
    {
        Arguments.RequireAxes("TransformerDecoderLayer", x, 3, 3, "[batch, places, dims]");
        Arguments.RequireAxes("TransformerDecoderLayer", memory, 3, 3, "[batch, places of the memory, dims]");
        if (!NormFirst)
        {
            x = Ln1.Call(x + Dropout1.Call(SelfAttention.Call(x, x, x, xMask, cache)));
            x = Ln2.Call(x + Dropout2.Call(CrossAttention.Call(x, memory, memory, memoryMask)));
            return Ln3.Call(x + Feed(x));
        }
        NDArray y = Ln1.Call(x);
        x += Dropout1.Call(SelfAttention.Call(y, y, y, xMask, cache));
        x += Dropout2.Call(CrossAttention.Call(Ln2.Call(x), memory, memory, memoryMask));
        return x + Feed(Ln3.Call(x));
    }

    private NDArray Feed(NDArray x) => Linear2.Call(Dropout3.Call(Activation(Linear1.Call(x))));
}
