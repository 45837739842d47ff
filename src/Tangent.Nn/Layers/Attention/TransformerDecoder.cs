namespace Tangent.Layers;

/// <summary>Blocks one after the other, which see a memory, and a normalisation.</summary>
[Mlx("nn.TransformerDecoder")]
public partial class TransformerDecoder : Module
{
    /// <summary>A decoder of so many blocks.</summary>
    /// <param name="numLayers">The number of blocks.</param>
    /// <param name="dims">The length of what it takes and makes.</param>
    /// <param name="numHeads">The number of heads, which divides it.</param>
    /// <param name="mlpDims">The length between linear layers; four times <paramref name="dims"/> if nothing is said.</param>
    /// <param name="dropout">The probability of being dropped while it is being trained.</param>
    /// <param name="activation">What stands between linear layers; <see cref="Nn.Relu"/> if nothing is said.</param>
    /// <param name="normFirst">True to normalise before each part; else after each sum.</param>
    /// <param name="checkpoint">True to keep what goes between blocks alone for the gradient, and compute the rest once more.</param>
    public TransformerDecoder(
        int numLayers, int dims, int numHeads, int? mlpDims = null, double dropout = 0, Func<NDArray, NDArray>? activation = null, bool normFirst = true,
        bool checkpoint = false)
    {
        Arguments.Positive("TransformerDecoder", numLayers);
        Layers = [.. Enumerable.Range(0, numLayers).Select(_ => new TransformerDecoderLayer(dims, numHeads, mlpDims, dropout, activation, normFirst))];
        Ln = new LayerNorm(dims);
        Checkpoint = checkpoint;
    }

    /// <summary>The blocks.</summary>
    public List<TransformerDecoderLayer> Layers { get; }

    /// <summary>The normalisation at the end.</summary>
    public LayerNorm Ln { get; set; }

    /// <summary>True to keep what goes between blocks alone for the gradient.</summary>
    public bool Checkpoint { get; }

    /// <summary>The decoder.</summary>
    /// <param name="x">[batch, places, dims].</param>
    /// <param name="memory">What an encoder made, [batch, places of the memory, dims].</param>
    /// <param name="xMask">As for <see cref="MultiHeadAttention"/>, of attention to itself; null for none.</param>
    /// <param name="memoryMask">The same, of attention to the memory; null for none.</param>
    /// <returns>[batch, places, dims].</returns>
    public NDArray Call(NDArray x, NDArray memory, NDArray? xMask = null, NDArray? memoryMask = null)
    {
        Arguments.RequireAxes("TransformerDecoder", x, 3, 3, "[batch, places, dims]");
        foreach (TransformerDecoderLayer layer in Layers)
            x = Checkpoint
                ? Mx.Checkpoint((TransformerDecoderLayer block, (NDArray X, NDArray Memory) y) => block.Call(y.X, y.Memory, xMask, memoryMask))(layer, (x, memory))
                : layer.Call(x, memory, xMask, memoryMask);
        return Ln.Call(x);
    }
}
