using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>Attention: masks, and what a cache of keys and values must not change.</summary>
public sealed class AttentionLayerTests
{
    [Fact]
    public void With_a_cache_each_place_is_what_it_is_in_the_whole()
    {
        var layer = new MultiHeadAttention(8, 2, bias: true);
        NDArray x = Mx.AsType(Samples.Numbers((2, 150, 8)), DType.Float32);
        NDArray whole = layer.Call(x, x, x, "causal");
        var cache = new KeyValueCache();
        int place = 0;
        // Some at once, then one by one beyond the first room, then some again.
        foreach (int count in Enumerable.Repeat(1, 80).Prepend(20).Append(50))
        {
            NDArray next = x[.., place..(place + count)];
            Assert.True(Mx.AllClose(whole[.., place..(place + count)], layer.Call(next, next, next, "causal", cache), atol: 1e-5).Item<bool>(), $"place {place}");
            place += count;
            Assert.Equal(place, cache.Offset);
        }
    }

    [Fact]
    public void A_cache_forgets_and_is_copied()
    {
        var cache = new KeyValueCache();
        NDArray k = Mx.Reshape(Mx.Arange(0f, 12f), (1, 1, 6, 2));
        cache.Add(k, k + 100);
        KeyValueCache copy = cache.Copy();
        cache.Trim(4);
        (NDArray keys, NDArray values) = cache.Add(-k[.., .., ..1], -k[.., .., ..1]);
        Assert.Equal([0f, 1, 2, 3, 0, -1], keys.ToArray<float>());
        Assert.Equal([100f, 101, 102, 103, 0, -1], values.ToArray<float>());
        Assert.Equal(k.ToArray<float>(), copy.Keys!.ToArray<float>());
        Refusal.Names(() => { cache.Trim(4); return null; }, "KeyValueCache", "4", "3");
        Refusal.Names(() => cache.Add(Mx.Ones((1, 2, 1, 2)), k), "KeyValueCache", "newKeys", "[1,2,1,2]");
        Refusal.Names(() => cache.Add(Mx.AsType(k, DType.Float16), k), "KeyValueCache", "float16");
        Assert.Contains("transform", Assert.Throws<InvalidOperationException>(() => Mx.Grad((NDArray v) => Mx.Sum(cache.Add(v, v).Keys))(k)).Message, StringComparison.Ordinal);
        Assert.Equal(3, cache.Offset);
    }

    [Fact]
    public void All_masks_of_the_past_are_one()
    {
        var layer = new MultiHeadAttention(4, 2);
        NDArray x = Mx.AsType(Samples.Numbers((1, 5, 4)), DType.Float32);
        NDArray causal = layer.Call(x, x, x, "causal");
        Assert.True(Mx.AllClose(causal, layer.Call(x, x, x, MultiHeadAttention.CreateAdditiveCausalMask(5)), atol: 1e-6).Item<bool>());
        Assert.True(Mx.AllClose(causal, layer.Call(x, x, x, Mx.Tri(5) > 0), atol: 1e-6).Item<bool>());
        Assert.True(float.IsFinite(MultiHeadAttention.CreateAdditiveCausalMask(3)[0, 2].Item<float>()));
        Assert.Equal(DType.Float16, MultiHeadAttention.CreateAdditiveCausalMask(3, DType.Float16).DType);
    }

    [Fact]
    public void Checkpointed_blocks_give_the_same_gradients()
    {
        TransformerEncoder Make(bool checkpoint)
        {
            using (Mx.Random.Scope(Mx.Random.Key(4)))
                return new TransformerEncoder(3, 4, 2, 6, dropout: 0.3, checkpoint: checkpoint);
        }
        ParameterTree Gradient(TransformerEncoder model)
        {
            using (Mx.Random.Scope(Mx.Random.Key(9)))
                return Mx.Grad((ParameterTree p) => Mx.Sum(Mx.Square(model.With(p).Call(Mx.AsType(Samples.Numbers((2, 5, 4)), DType.Float32)))))(model.TrainableParameters());
        }
        Same.Near(Gradient(Make(false)), Gradient(Make(true)));
    }

    [Fact]
    public void What_does_not_fit_is_said()
    {
        Refusal.Names(() => new MultiHeadAttention(6, 4), "MultiHeadAttention", "4 heads", "6");
        var layer = new MultiHeadAttention(4, 2);
        Refusal.Names(() => layer.Call(Mx.Ones((1, 2, 4)), Mx.Ones((1, 3, 4)), Mx.Ones((1, 2, 4))), "MultiHeadAttention", "[1,3,4]", "[1,2,4]");
        Refusal.Names(() => layer.Call(Mx.Ones((1, 2, 3)), Mx.Ones((1, 3, 4)), Mx.Ones((1, 3, 4))), "Linear", "[1,2,3]", "4");
        Assert.Equal("encoder.layers.0.attention.query_proj.weight", new Transformer(4, 2, 1, 1).Parameters().Keys.First());
    }
}
