namespace Tangent.Layers;

/// <summary>Attention with linear biases (Press, Smith, Lewis, 2021): scores less a slope of each head times the distance of places.</summary>
[Mlx("nn.ALiBi")]
public partial class ALiBi : Module
{
    /// <summary>What is added to scores.</summary>
    /// <param name="queries">The number of queries.</param>
    /// <param name="keys">The number of keys, whose first stands at place 0.</param>
    /// <param name="numHeads">The number of heads; head i of n has the slope 256^(−(i + 1)/n).</param>
    /// <param name="offset">The place of the first query.</param>
    /// <param name="dtype">The type of the result.</param>
    /// <returns>[1, heads, queries, keys].</returns>
    public static NDArray CreateMatrix(int queries, int keys, int numHeads, int offset = 0, DType dtype = DType.Float32)
    {
        Arguments.Positive("ALiBi", numHeads);
        NDArray distance = Mx.Abs(Mx.ExpandDims(Mx.Arange(offset, offset + queries, dtype: DType.Float32), 1) - Mx.Arange(0, keys, dtype: DType.Float32));
        float[] slopes = [.. Enumerable.Range(1, numHeads).Select(i => -(float)Math.Pow(2, -8.0 * i / numHeads))];
        return Mx.AsType(Mx.Reshape(slopes, (1, numHeads, 1, 1)) * distance, dtype);
    }

    /// <summary>Scores with what the distance makes of them.</summary>
    /// <param name="attentionScores">[batch, heads, queries, keys], of a real floating type.</param>
    /// <param name="offset">The place of the first query.</param>
    /// <param name="mask">Added too; of bool, what is false becomes −∞. Null for none.</param>
    /// <returns>The scores, of the same type.</returns>
    /// <exception cref="ArgumentException">There are other axes.</exception>
    public NDArray Call(NDArray attentionScores, int offset = 0, NDArray? mask = null)
    {
        Arguments.RequireAxes("ALiBi", attentionScores, 4, 4, "[batch, heads, queries, keys]");
        NDArray scores = Arguments.Floating("ALiBi", attentionScores);
        NDArray biased = scores + CreateMatrix(scores.Shape[2], scores.Shape[3], scores.Shape[1], offset, scores.DType);
        return mask is null ? biased : mask.DType == DType.Bool ? Mx.Where(mask, biased, double.NegativeInfinity) : biased + mask;
    }
}
