using System.Runtime.CompilerServices;

namespace Tangent.Layers;

/// <summary>
/// Attention of several heads (Vaswani et al., 2017): queries, keys and values are projected, each head takes its share, and what they
/// find is projected once more. Scores are multiplied by 1/√(width of a head).
/// </summary>
[Mlx("nn.MultiHeadAttention")]
public partial class MultiHeadAttention : Module
{
    /// <summary>A layer of four linear ones.</summary>
    /// <param name="dims">The width of queries and keys, over all heads.</param>
    /// <param name="numHeads">The number of heads, which divides it.</param>
    /// <param name="queryInputDims">The length of what becomes queries; <paramref name="dims"/> if nothing is said.</param>
    /// <param name="keyInputDims">The length of what becomes keys; <paramref name="dims"/> if nothing is said.</param>
    /// <param name="valueInputDims">The length of what becomes values; that of keys if nothing is said.</param>
    /// <param name="valueDims">The width of values, over all heads; <paramref name="dims"/> if nothing is said.</param>
    /// <param name="valueOutputDims">The length of what it makes; <paramref name="dims"/> if nothing is said.</param>
    /// <param name="bias">True for linear layers with biases.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public MultiHeadAttention(
        int dims, int numHeads, int? queryInputDims = null, int? keyInputDims = null, int? valueInputDims = null, int? valueDims = null,
        int? valueOutputDims = null, bool bias = false)
    {
        const string name = "MultiHeadAttention";
        Arguments.Positive(name, dims);
        if (dims % Arguments.Positive(name, numHeads) != 0 || (valueDims ?? dims) % numHeads != 0)
            throw new ArgumentException($"{name}: {numHeads} heads do not divide a width of {dims}, and of {valueDims ?? dims} for values.", nameof(numHeads));
        NumHeads = numHeads;
        QueryProj = new Linear(queryInputDims ?? dims, dims, bias);
        KeyProj = new Linear(keyInputDims ?? dims, dims, bias);
        ValueProj = new Linear(valueInputDims ?? keyInputDims ?? dims, valueDims ?? dims, bias);
        OutProj = new Linear(valueDims ?? dims, valueOutputDims ?? dims, bias);
    }

    /// <summary>The number of heads.</summary>
    public int NumHeads { get; }

    /// <summary>What makes queries.</summary>
    public Linear QueryProj { get; set; }

    /// <summary>What makes keys.</summary>
    public Linear KeyProj { get; set; }

    /// <summary>What makes values.</summary>
    public Linear ValueProj { get; set; }

    /// <summary>What becomes of what the heads find.</summary>
    public Linear OutProj { get; set; }

    /// <summary>The layer of queries, keys and values.</summary>
    /// <param name="queries">[batch, queries, length].</param>
    /// <param name="keys">[batch, keys, length].</param>
    /// <param name="values">[batch, keys, length].</param>
    /// <param name="mask">What broadcasts to [batch, heads, queries, keys]: of bool true where a key counts, of numbers what is added to the scores. Null for none.</param>
    /// <param name="cache">The keys and values before these, to which these are added. Null for none.</param>
    /// <returns>[batch, queries, length].</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    [OverloadResolutionPriority(1)]
    public NDArray Call(NDArray queries, NDArray keys, NDArray values, NDArray? mask = null, KeyValueCache? cache = null)
    {
        (NDArray q, NDArray k, NDArray v) = Heads(queries, keys, values, cache);
        return Joined(Mx.Fast.ScaledDotProductAttention(q, k, v, Scale(q), mask));
    }

    /// <summary>The same with the mask "causal": a query sees no keys behind its own place, where the last query stands beside the last key.</summary>
    /// <inheritdoc cref="Call(NDArray, NDArray, NDArray, NDArray?, KeyValueCache?)"/>
    public NDArray Call(NDArray queries, NDArray keys, NDArray values, string mask, KeyValueCache? cache = null)
    {
        (NDArray q, NDArray k, NDArray v) = Heads(queries, keys, values, cache);
        return Joined(Mx.Fast.ScaledDotProductAttention(q, k, v, Scale(q), mask));
    }

    /// <summary>A mask to be added to scores under which a query sees no keys behind its own place: 0, or the least number of a type.</summary>
    /// <param name="n">The number of queries and of keys.</param>
    /// <param name="dtype">A real floating type.</param>
    /// <returns>[n, n].</returns>
    public static NDArray CreateAdditiveCausalMask(int n, DType dtype = DType.Float32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        NDArray places = Mx.Arange(0, n);
        return Mx.AsType(Mx.Where(Mx.ExpandDims(places, 1) < places, new FInfo(dtype).Min, 0.0), dtype);
    }

    /// <inheritdoc/>
    protected override string Details => $"num_heads={NumHeads}";

    private static double Scale(NDArray q) => Math.Sqrt(1.0 / q.Shape[^1]);

    private (NDArray Queries, NDArray Keys, NDArray Values) Heads(NDArray queries, NDArray keys, NDArray values, KeyValueCache? cache)
    {
        const string name = "MultiHeadAttention";
        Arguments.RequireAxes(name, queries, 3, 3, "[batch, queries, length]");
        Arguments.RequireAxes(name, keys, 3, 3, "[batch, keys, length]");
        Arguments.RequireAxes(name, values, 3, 3, "[batch, keys, length]");
        if (keys.Shape[0] != values.Shape[0] || keys.Shape[1] != values.Shape[1])
            throw new ArgumentException($"{name}: keys has shape {keys.Shape} and values {values.Shape}; they must have the same batch and places.", nameof(values));
        (NDArray q, NDArray k, NDArray v) = (Split(QueryProj.Call(queries)), Split(KeyProj.Call(keys)), Split(ValueProj.Call(values)));
        if (cache is not null)
            (k, v) = cache.Add(k, v);
        return (q, k, v);
    }

    private NDArray Split(NDArray x) => Mx.Transpose(Mx.Reshape(x, (x.Shape[0], x.Shape[1], NumHeads, x.Shape[2] / NumHeads)), Axes.Create([0, 2, 1, 3]));

    private NDArray Joined(NDArray x)
    {
        (int batch, int heads, int places, int width) = x.Shape;
        return OutProj.Call(Mx.Reshape(Mx.Transpose(x, Axes.Create([0, 2, 1, 3])), (batch, places, heads * width)));
    }
}
