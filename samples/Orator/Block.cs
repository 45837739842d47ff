using Tangent;
using Tangent.Layers;

namespace Orator;

/// <summary>Attention and a dense part, each behind a norm and beside what goes on unchanged.</summary>
internal sealed partial class Block(int dims, int heads) : Module
{
    public RMSNorm AttentionNorm { get; } = new(dims);

    public RotaryAttention Attention { get; } = new(dims, heads);

    public RMSNorm DenseNorm { get; } = new(dims);

    public Linear Wide { get; set; } = new(dims, 4 * dims, bias: false);

    public Linear Narrow { get; set; } = new(4 * dims, dims, bias: false);

    public NDArray Call(NDArray x, KeyValueCache? cache)
    {
        NDArray y = x + Attention.Call(AttentionNorm.Call(x), cache);
        return y + Narrow.Call(Nn.Gelu(Wide.Call(DenseNorm.Call(y))));
    }
}
