namespace Tangent.Layers;

/// <summary>A transformer (Vaswani et al., 2017): an encoder makes a memory of a source, and a decoder sees it. Embeddings and the last layer are not part of it.</summary>
[Mlx("nn.Transformer")]
public partial class Transformer : Module
{
    /// <summary>A transformer, of which either half may be another's.</summary>
    /// <param name="dims">The length of what it takes and makes.</param>
    /// <param name="numHeads">The number of heads, which divides it.</param>
    /// <param name="numEncoderLayers">The number of blocks of the encoder.</param>
    /// <param name="numDecoderLayers">The number of blocks of the decoder.</param>
    /// <param name="mlpDims">The length between linear layers; four times <paramref name="dims"/> if nothing is said.</param>
    /// <param name="dropout">The probability of being dropped while it is being trained.</param>
    /// <param name="activation">What stands between linear layers; <see cref="Nn.Relu"/> if nothing is said.</param>
    /// <param name="customEncoder">The encoder, in place of a new one.</param>
    /// <param name="customDecoder">The decoder, in place of a new one.</param>
    /// <param name="normFirst">True to normalise before each part; else after each sum.</param>
    /// <param name="checkpoint">True to keep what goes between blocks alone for the gradient, and compute the rest once more.</param>
    public Transformer(
        int dims = 512, int numHeads = 8, int numEncoderLayers = 6, int numDecoderLayers = 6, int? mlpDims = null, double dropout = 0,
        Func<NDArray, NDArray>? activation = null, TransformerEncoder? customEncoder = null, TransformerDecoder? customDecoder = null, bool normFirst = true,
        bool checkpoint = false)
    {
        Encoder = customEncoder ?? new(numEncoderLayers, dims, numHeads, mlpDims, dropout, activation, normFirst, checkpoint);
        Decoder = customDecoder ?? new(numDecoderLayers, dims, numHeads, mlpDims, dropout, activation, normFirst, checkpoint);
    }

    /// <summary>What makes the memory.</summary>
    public TransformerEncoder Encoder { get; set; }

    /// <summary>What sees it.</summary>
    public TransformerDecoder Decoder { get; set; }

    /// <summary>The transformer.</summary>
    /// <param name="src">The source, [batch, places of the source, dims].</param>
    /// <param name="tgt">The target, [batch, places, dims].</param>
    /// <param name="srcMask">As for <see cref="MultiHeadAttention"/>, of the source's attention to itself; null for none.</param>
    /// <param name="tgtMask">The same, of the target's attention to itself; null for none.</param>
    /// <param name="memoryMask">The same, of the target's attention to the memory; null for none.</param>
    /// <returns>[batch, places, dims].</returns>
    public NDArray Call(NDArray src, NDArray tgt, NDArray? srcMask = null, NDArray? tgtMask = null, NDArray? memoryMask = null) =>
        Decoder.Call(tgt, Encoder.Call(src, srcMask), tgtMask, memoryMask);
}
