using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    public static partial class Fast
    {
        /// <summary>
        /// softmax(scale·q·kᵀ + mask)·v in one pass over the keys, without ever holding all scores; so is its tangent, and its cotangents take two. A query that sees no key gets zeros. 16-bit types are
        /// computed in float32.
        /// </summary>
        /// <param name="q">Queries [batch, heads, queries, depth].</param>
        /// <param name="k">Keys [batch, key heads, keys, depth]; a key head serves as many query heads as there are for each.</param>
        /// <param name="v">Values [batch, key heads, keys, width].</param>
        /// <param name="scale">What scores are multiplied by, as a rule 1/√depth.</param>
        /// <param name="mask">What broadcasts to [batch, heads, queries, keys]: of bool true where a key counts, of numbers what is added to the scores.</param>
        /// <param name="sinks">[heads]: a further score for each head, which takes weight from the keys.</param>
        /// <exception cref="ArgumentException">Shapes or types do not fit each other.</exception>
        [Mlx("core.fast.scaled_dot_product_attention")]
        [OverloadResolutionPriority(1)]
        public static NDArray ScaledDotProductAttention(NDArray q, NDArray k, NDArray v, double scale, NDArray? mask = null, NDArray? sinks = null) =>
            AttentionArguments.Apply(q, k, v, scale, mask, isCausal: false, sinks);

        /// <summary>The same with the mask "causal": a query sees no keys behind its own place, where the last query stands beside the last key.</summary>
        /// <inheritdoc cref="ScaledDotProductAttention(NDArray, NDArray, NDArray, double, NDArray?, NDArray?)"/>
        [Mlx("core.fast.scaled_dot_product_attention")]
        public static NDArray ScaledDotProductAttention(NDArray q, NDArray k, NDArray v, double scale, string mask, NDArray? sinks = null)
        {
            AttentionArguments.RequireArrays(q, k, v);
            ArgumentNullException.ThrowIfNull(mask);
            return mask == "causal"
                ? AttentionArguments.Apply(q, k, v, scale, null, isCausal: true, sinks)
                : throw new ArgumentException($"Fast.ScaledDotProductAttention: the mask \"{mask}\" is not \"causal\".", nameof(mask));
        }
    }
}
