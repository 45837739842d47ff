using Tangent;
using Tangent.Layers;

namespace Search;

/// <summary>Attention and a dense part, each added to what it reads, with a norm behind.</summary>
internal sealed partial class EncoderLayer(int dims, int heads, double epsilon) : Module
{
    public MultiHeadAttention Attention { get; } = new(dims, heads, bias: true);

    public LayerNorm AttentionNorm { get; } = new(dims, epsilon);

    public Linear Wide { get; set; } = new(dims, 4 * dims);

    public Linear Narrow { get; set; } = new(4 * dims, dims);

    public LayerNorm DenseNorm { get; } = new(dims, epsilon);

    public NDArray Call(NDArray x, NDArray mask)
    {
        NDArray y = AttentionNorm.Call(x + Attention.Call(x, x, x, mask));
        return DenseNorm.Call(y + Narrow.Call(Nn.Gelu(Wide.Call(y))));
    }
}
