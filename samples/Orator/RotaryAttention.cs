using Tangent;
using Tangent.Layers;

namespace Orator;

/// <summary>Causal attention whose queries and keys are turned by their places.</summary>
internal sealed partial class RotaryAttention(int dims, int heads) : Module
{
    private readonly int heads = heads;

    public Linear QueryProj { get; set; } = new(dims, dims, bias: false);

    public Linear KeyProj { get; set; } = new(dims, dims, bias: false);

    public Linear ValueProj { get; set; } = new(dims, dims, bias: false);

    public Linear OutProj { get; set; } = new(dims, dims, bias: false);

    public RoPE Rope { get; } = new(dims / heads);

    public NDArray Call(NDArray x, KeyValueCache? cache)
    {
        int first = cache?.Offset ?? 0;
        NDArray q = Rope.Call(Split(QueryProj.Call(x)), first), k = Rope.Call(Split(KeyProj.Call(x)), first), v = Split(ValueProj.Call(x));
        if (cache is not null)
            (k, v) = cache.Add(k, v);
        NDArray y = Mx.Fast.ScaledDotProductAttention(q, k, v, 1 / Math.Sqrt(q.Shape[^1]), "causal");
        return OutProj.Call(Mx.Reshape(Mx.Transpose(y, [0, 2, 1, 3]), x.Shape));
    }

    private NDArray Split(NDArray x) => Mx.Transpose(Mx.Reshape(x, (x.Shape[0], x.Shape[1], heads, x.Shape[2] / heads)), [0, 2, 1, 3]);
}
