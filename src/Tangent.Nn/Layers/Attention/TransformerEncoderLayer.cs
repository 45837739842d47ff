namespace Tangent.Layers;

/// <summary>A block of a transformer's encoder: attention and two linear layers, with a normalisation and a sum around each.</summary>
[Mlx("nn.TransformerEncoderLayer")]
public partial class TransformerEncoderLayer : Module
{
    /// <summary>A block.</summary>
    /// <param name="dims">The length of what it takes and makes.</param>
    /// <param name="numHeads">The number of heads, which divides it.</param>
    /// <param name="mlpDims">The length between the linear layers; four times <paramref name="dims"/> if nothing is said.</param>
    /// <param name="dropout">The probability of being dropped while it is being trained.</param>
    /// <param name="activation">What stands between the linear layers; <see cref="Nn.Relu"/> if nothing is said.</param>
    /// <param name="normFirst">True to normalise before each part; else after each sum.</param>
    public TransformerEncoderLayer(int dims, int numHeads, int? mlpDims = null, double dropout = 0, Func<NDArray, NDArray>? activation = null, bool normFirst = true)
    {
        int between = mlpDims ?? (4 * dims);
        Attention = new(dims, numHeads);
        (Ln1, Ln2) = (new(dims), new(dims));
        (Linear1, Linear2) = (new(dims, between), new(between, dims));
        (Dropout1, Dropout2) = (new(dropout), new(dropout));
        Activation = activation ?? Nn.Relu;
        NormFirst = normFirst;
    }

    /// <summary>Attention.</summary>
    public MultiHeadAttention Attention { get; set; }

    /// <summary>The normalisation of attention.</summary>
    public LayerNorm Ln1 { get; set; }

    /// <summary>The normalisation of the linear layers.</summary>
    public LayerNorm Ln2 { get; set; }

    /// <summary>The first linear layer.</summary>
    public Linear Linear1 { get; set; }

    /// <summary>The second linear layer.</summary>
    public Linear Linear2 { get; set; }

    /// <summary>Behind attention.</summary>
    public Dropout Dropout1 { get; set; }

    /// <summary>Between the linear layers.</summary>
    public Dropout Dropout2 { get; set; }

    /// <summary>What stands between the linear layers.</summary>
    public Func<NDArray, NDArray> Activation { get; }

    /// <summary>True to normalise before each part.</summary>
    public bool NormFirst { get; }

    /// <summary>The block.</summary>
    /// <param name="x">[batch, places, dims].</param>
    /// <param name="mask">As for <see cref="MultiHeadAttention"/>; null for none.</param>
    /// <param name="cache">The places before these; null for none.</param>
    /// <returns>[batch, places, dims].</returns>
    public NDArray Call(NDArray x, NDArray? mask = null, KeyValueCache? cache = null)
    {
        Arguments.RequireAxes("TransformerEncoderLayer", x, 3, 3, "[batch, places, dims]");
        if (!NormFirst)
        {
            NDArray attended = Ln1.Call(x + Dropout1.Call(Attention.Call(x, x, x, mask, cache)));
            return Ln2.Call(attended + Feed(attended));
        }
        NDArray y = Ln1.Call(x);
        x += Dropout1.Call(Attention.Call(y, y, y, mask, cache));
        return x + Feed(Ln2.Call(x));
    }

    private NDArray Feed(NDArray x) => Linear2.Call(Dropout2.Call(Activation(Linear1.Call(x))));
}
