using Tangent;
using Tangent.Layers;

namespace Orator;

/// <summary>A transformer over bytes that says how likely each is to come next.</summary>
internal sealed partial class Speaker : Module
{
    private const int Bytes = 256;

    public Speaker(int blocks, int dims, int heads)
    {
        Embedding = new Embedding(Bytes, dims);
        Blocks = [.. Enumerable.Range(0, blocks).Select(_ => new Block(dims, heads))];
        Norm = new RMSNorm(dims);
    }

    public Embedding Embedding { get; set; }

    public IReadOnlyList<Block> Blocks { get; }

    public RMSNorm Norm { get; }

    /// <summary>Scores [batch, places, 256] of what follows bytes [batch, places], which follow what the caches hold, one for each block.</summary>
    public NDArray Call(NDArray bytes, KeyValueCache[]? caches = null)
    {
        NDArray x = Embedding.Call(bytes);
        for (int i = 0; i < Blocks.Count; i++)
            x = Blocks[i].Call(x, caches?[i]);
        return Embedding.AsLinear(Norm.Call(x));
    }

    /// <summary>Empty caches, one for each block.</summary>
    public KeyValueCache[] Caches() => [.. Blocks.Select(_ => new KeyValueCache())];

    /// <summary>The mean of −log p, in nats a byte.</summary>
    public NDArray Loss(NDArray now, NDArray next) => Nn.Losses.CrossEntropy(Call(now), next.AsType(DType.Int32), reduction: Reduction.Mean);
}
