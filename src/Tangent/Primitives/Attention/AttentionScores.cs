using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Attention as a composition, which holds all scores: what the kernels compute, and what derivatives beyond theirs are made of. Queries are [B, H, R, Q, D], keys
/// [B, H, K, D], values [B, H, K, W].
/// </summary>
internal static class AttentionScores
{
    /// <summary>scale·q·kᵀ + mask, in float32 at least, -∞ where a key does not count.</summary>
    public static NDArray Of(NDArray q, NDArray k, NDArray? mask, double scale, bool isCausal)
    {
        NDArray scores = Product(Folding.Precise(q), Folding.Precise(k)) * scale;
        if (mask is not null)
            scores = mask.DType == DType.Bool ? Mx.Where(mask, scores, double.NegativeInfinity) : scores + Folding.Precise(mask);
        return isCausal ? Mx.Where(Seen(q.Shape[3], k.Shape[2]), scores, double.NegativeInfinity) : scores;
    }

    /// <summary>The tangents of the scores; 0 where a key does not count. Null where none of the inputs has one.</summary>
    public static NDArray? Tangent(NDArray q, NDArray k, NDArray? mask, NDArray? dq, NDArray? dk, NDArray? dmask, double scale, bool isCausal)
    {
        NDArray? sum = Tangents.Add(
            dq is null ? null : Product(Folding.Precise(dq), Folding.Precise(k)) * scale,
            dk is null ? null : Product(Folding.Precise(q), Folding.Precise(dk)) * scale);
        if (mask is { } flags && flags.DType == DType.Bool && sum is not null)
            sum = Mx.Where(flags, sum, 0);
        sum = Tangents.Add(sum, dmask is null ? null : Folding.Precise(dmask));
        return sum is null || !isCausal ? sum : Mx.Where(Seen(q.Shape[3], k.Shape[2]), sum, 0);
    }

    /// <summary>The logarithms of the sums of exponentials [B, H, R, Q], with the sinks' if there are.</summary>
    public static NDArray LogSum(NDArray scores, NDArray? sinks)
    {
        NDArray sum = Mx.LogSumExp(scores, -1);
        return sinks is null ? sum : Mx.LogAddExp(sum, Folding.Precise(sinks));
    }

    /// <summary>exp(scores − logarithm of the sum), 0 in a row that sees nothing.</summary>
    public static NDArray Weights(NDArray scores, NDArray logSum) => Mx.Exp(scores - Mx.ExpandDims(Finite(logSum), -1));

    /// <summary>0 for the -∞ of a row that sees nothing.</summary>
    public static NDArray Finite(NDArray logSum) => Mx.Where(Mx.IsNegInf(logSum), 0, logSum);

    /// <summary>[B, H, R, Q, D] by [B, H, K, D]: [B, H, R, Q, K].</summary>
    public static NDArray Product(NDArray rows, NDArray keys) => Mx.MatMul(rows, Mx.ExpandDims(Mx.SwapAxes(keys, -1, -2), 2));

    /// <summary>[B, H, R, Q, K] by [B, H, K, W]: [B, H, R, Q, W].</summary>
    public static NDArray Sum(NDArray weights, NDArray values) => Mx.MatMul(weights, Mx.ExpandDims(Folding.Precise(values), 2));

    // Which keys a query sees: [Q, K].
    private static NDArray Seen(int queries, int keys) => Mx.Tri(queries, keys, keys - queries, DType.Bool);
}
