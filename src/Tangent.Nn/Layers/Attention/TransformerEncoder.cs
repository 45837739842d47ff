namespace Tangent.Layers;

/// <summary>Blocks one after the other and a normalisation.</summary>
[Mlx("nn.TransformerEncoder")]
public partial class TransformerEncoder : Module
{
    /// <summary>An encoder of so many blocks.</summary>
    /// <param name="numLayers">The number of blocks.</param>
    /// <param name="dims">The length of what it takes and makes.</param>
    /// <param name="numHeads">The number of heads, which divides it.</param>
    /// <param name="mlpDims">The length between linear layers; four times <paramref name="dims"/> if nothing is said.</param>
    /// <param name="dropout">The probability of being dropped while it is being trained.</param>
    /// <param name="activation">What stands between linear layers; <see cref="Nn.Relu"/> if nothing is said.</param>
    /// <param name="normFirst">True to normalise before each part; else after each sum.</param>
    /// <param name="checkpoint">True to keep what goes between blocks alone for the gradient, and compute the rest once more.</param>
    public TransformerEncoder(
        int numLayers, int dims, int numHeads, int? mlpDims = null, double dropout = 0, Func<NDArray, NDArray>? activation = null, bool normFirst = true,
        bool checkpoint = false)
    {
        Arguments.Positive("TransformerEncoder", numLayers);
        Layers = [.. Enumerable.Range(0, numLayers).Select(_ => new TransformerEncoderLayer(dims, numHeads, mlpDims, dropout, activation, normFirst))];
        Ln = new LayerNorm(dims);
        Checkpoint = checkpoint;
    }

    /// <summary>The blocks.</summary>
    public List<TransformerEncoderLayer> Layers { get; }

    /// <summary>The normalisation at the end.</summary>
    public LayerNorm Ln { get; set; }

    /// <summary>True to keep what goes between blocks alone for the gradient.</summary>
    public bool Checkpoint { get; }

    /// <summary>The encoder.</summary>
    /// <param name="x">[batch, places, dims].</param>
    /// <param name="mask">As for <see cref="MultiHeadAttention"/>; null for none.</param>
    /// <returns>[batch, places, dims].</returns>
    public NDArray Call(NDArray x, NDArray? mask = null)
    {
        Arguments.RequireAxes("TransformerEncoder", x, 3, 3, "[batch, places, dims]");
        foreach (TransformerEncoderLayer layer in Layers)
            x = Checkpoint ? Mx.Checkpoint((TransformerEncoderLayer block, NDArray y) => block.Call(y, mask))(layer, x) : layer.Call(x, mask);
        return Ln.Call(x);
    }
}
