namespace Tangent.Tests.Memory;

/// <summary>A stack of blocks of attention and a network of two layers, each after a norm and around a residual.</summary>
internal sealed class Transformer
{
    private const int ParametersOfBlock = 8;

    private readonly NDArray x;
    private readonly int heads;
    private readonly bool isCheckpointed;

    public Transformer(int blocks, bool isCheckpointed, int batch = 8, int length = 128, int width = 64, int heads = 4)
    {
        this.heads = heads;
        this.isCheckpointed = isCheckpointed;
        x = Layers.Normal(1, (batch, length, width));
        Parameters = [.. Enumerable.Range(0, blocks).SelectMany(block => Block(block, width))];
    }

    /// <summary>Of each block: scales of two norms, four matrices of the attention, two of the network.</summary>
    public NDArray[] Parameters { get; }

    /// <summary>The mean square of the output.</summary>
    public NDArray Loss(NDArray[] parameters)
    {
        NDArray h = x;
        for (int i = 0; i < parameters.Length; i += ParametersOfBlock)
        {
            NDArray[] own = parameters[i..(i + ParametersOfBlock)];
            h = isCheckpointed ? Mx.Checkpoint((NDArray state) => Block(state, own))(h) : Block(h, own);
        }
        return Mx.Mean(Mx.Square(h));
    }

    private NDArray Block(NDArray h, NDArray[] p)
    {
        h = h + Attention(Mx.Fast.RmsNorm(h, p[0], 1e-5), p[2], p[3], p[4], p[5]);
        NDArray hidden = Mx.MatMul(Mx.Fast.LayerNorm(h, p[1], null, 1e-5), p[6]);
        return h + Mx.MatMul(hidden * Mx.Sigmoid(hidden), p[7]);
    }

    private NDArray Attention(NDArray h, NDArray query, NDArray key, NDArray value, NDArray output)
    {
        int width = h.Shape[^1], length = h.Shape[1];
        NDArray scores = Mx.MatMul(Split(Mx.MatMul(h, query)), Mx.SwapAxes(Split(Mx.MatMul(h, key)), -1, -2)) / Math.Sqrt(width / heads);
        NDArray mixed = Mx.MatMul(Mx.Softmax(scores, -1), Split(Mx.MatMul(h, value)));
        return Mx.MatMul(Mx.Reshape(Mx.SwapAxes(mixed, 1, 2), (-1, length, width)), output);
    }

    // [batch, length, width] to [batch, heads, length, width / heads]
    private NDArray Split(NDArray h) => Mx.SwapAxes(Mx.Reshape(h, (h.Shape[0], h.Shape[1], heads, -1)), 1, 2);

    private static NDArray[] Block(int block, int width)
    {
        ulong seed = (ulong)(1000 + (10 * block));
        double scale = 1 / Math.Sqrt(width);
        return
        [
            Mx.Ones(width).Eval(), Mx.Ones(width).Eval(),
            .. Enumerable.Range(0, 4).Select(i => Layers.Normal(seed + (ulong)i, (width, width), scale)),
            Layers.Normal(seed + 4, (width, 4 * width), scale), Layers.Normal(seed + 5, (4 * width, width), scale / 2),
        ];
    }
}
