using Tangent;
using Tangent.Layers;

namespace Search;

/// <summary>A transformer that makes one vector of length 1 of the tokens of a sentence, as BERT reads them: the mean over its tokens.</summary>
internal sealed partial class Encoder : Module
{
    private const double Epsilon = 1e-12;

    public Encoder(int words, int places, int layers, int dims, int heads)
    {
        Words = new Embedding(words, dims);
        Places = new Embedding(places, dims);
        Kinds = new Embedding(2, dims);
        Norm = new LayerNorm(dims, Epsilon);
        Layers = [.. Enumerable.Range(0, layers).Select(_ => new EncoderLayer(dims, heads, Epsilon))];
    }

    public Embedding Words { get; }

    public Embedding Places { get; }

    public Embedding Kinds { get; }

    public LayerNorm Norm { get; }

    public IReadOnlyList<EncoderLayer> Layers { get; }

    /// <summary>Vectors [sentences, dims] of tokens [sentences, places], of which a mask of bool says which there are.</summary>
    public NDArray Call(NDArray tokens, NDArray mask)
    {
        NDArray x = Words.Call(tokens) + Places.Weight[..tokens.Shape[1]] + Kinds.Weight[0];
        x = Norm.Call(x);
        NDArray keys = Mx.ExpandDims(mask, [1, 2]);
        foreach (EncoderLayer layer in Layers)
            x = layer.Call(x, keys);
        NDArray counts = Mx.ExpandDims(mask.AsType(DType.Float32), 2);
        NDArray mean = Mx.Sum(x * counts, 1) / Mx.Sum(counts, 1);
        return mean / Mx.Norm(mean, axis: -1, keepdims: true);
    }
}
