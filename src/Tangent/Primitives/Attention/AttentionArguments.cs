using Tangent.Kernels;

namespace Tangent;

/// <summary>From the arguments of the public function to those of the primitive, which knows the heads that share keys.</summary>
internal static class AttentionArguments
{
    private const string Function = "Fast.ScaledDotProductAttention";

    public static NDArray Apply(NDArray q, NDArray k, NDArray v, double scale, NDArray? mask, bool isCausal, NDArray? sinks)
    {
        Check(q, k, v);
        (int batch, int heads, int queries, int keyHeads, int keys) = (q.Shape[0], q.Shape[1], q.Shape[2], k.Shape[1], k.Shape[2]);
        DType dtype = Promotion.ToInexact(Promotion.Of(Promotion.Of(q.DType, k.DType), v.DType));
        if (dtype.IsComplex)
            throw new ArgumentException($"{Function}: no attention of {dtype.Name()}.", nameof(q));
        int repeats = keyHeads == 0 ? 0 : heads / keyHeads;
        var inputs = new List<NDArray> { Mx.Reshape(To(q), new Shape([batch, keyHeads, repeats, queries, q.Shape[3]])), To(k), To(v) };
        AttentionInputs kinds = AttentionInputs.None;
        if (mask is not null)
        {
            kinds |= AttentionInputs.Mask;
            NDArray whole = Broadcast(mask.DType == DType.Bool ? mask : Elementwise.ToType(Function, mask, dtype), new Shape([batch, heads, queries, keys]), nameof(mask));
            inputs.Add(Mx.Reshape(whole, new Shape([batch, keyHeads, repeats, queries, keys])));
        }
        if (sinks is not null)
        {
            if (sinks.Rank != 1 || sinks.Shape[0] != heads)
                throw new ArgumentException($"{Function}: the sinks {sinks.Shape} need one number for each of the {heads} heads.", nameof(sinks));
            kinds |= AttentionInputs.Sinks;
            inputs.Add(Mx.BroadcastTo(Mx.Reshape(To(sinks), (1, keyHeads, repeats, 1)), (batch, keyHeads, repeats, queries)));
        }
        NDArray y = new Attention(scale, isCausal, kinds).ApplyAll([.. inputs])[0];
        return Mx.Reshape(y, (batch, heads, queries, v.Shape[3]));

        NDArray To(NDArray x) => Elementwise.ToType(Function, x, dtype);
    }

    private static NDArray Broadcast(NDArray mask, Shape shape, string name)
    {
        int added = shape.Rank - mask.Rank;
        for (int axis = 0; axis < mask.Rank; axis++)
            if (added < 0 || (mask.Shape[axis] != 1 && mask.Shape[axis] != shape[axis + added]))
                throw new ArgumentException($"{Function}: the mask {mask.Shape} does not broadcast to {shape}, of the batch, the heads, the queries and the keys.", name);
        return Mx.BroadcastTo(mask, shape);
    }

    /// <summary>Refuses null.</summary>
    public static void RequireArrays(NDArray q, NDArray k, NDArray v)
    {
        ArgumentNullException.ThrowIfNull(q);
        ArgumentNullException.ThrowIfNull(k);
        ArgumentNullException.ThrowIfNull(v);
    }

    private static void Check(NDArray q, NDArray k, NDArray v)
    {
        RequireArrays(q, k, v);
        if (q.Rank != 4 || k.Rank != 4 || v.Rank != 4)
            throw new ArgumentException($"{Function}: queries {q.Shape}, keys {k.Shape} and values {v.Shape} need four axes each.", q.Rank != 4 ? nameof(q) : k.Rank != 4 ? nameof(k) : nameof(v));
        if (q.Shape[0] != k.Shape[0] || q.Shape[3] != k.Shape[3])
            throw new ArgumentException($"{Function}: queries {q.Shape} and keys {k.Shape} differ in the batch or the depth.", nameof(k));
        if (k.Shape[0] != v.Shape[0] || k.Shape[1] != v.Shape[1] || k.Shape[2] != v.Shape[2])
            throw new ArgumentException($"{Function}: keys {k.Shape} and values {v.Shape} differ in the batch, the heads or their number.", nameof(v));
        if (k.Shape[1] == 0 ? q.Shape[1] != 0 : q.Shape[1] % k.Shape[1] != 0)
            throw new ArgumentException($"{Function}: the {k.Shape[1]} heads of the keys {k.Shape} do not divide the {q.Shape[1]} of the queries {q.Shape}.", nameof(k));
    }
}
