using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Attention and the logarithms of its rows' sums [B, H, R, Q], in float32 at least. The inputs are queries [B, H, R, Q, D], keys [B, H, K, D], values [B, H, K, W], and as <paramref name="Inputs"/> says a mask
/// [B, H, R, Q, K] and sinks [B, H, R, Q].
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place.</param>
/// <param name="Inputs">The inputs behind the values.</param>
internal sealed record Attention(double Scale, bool IsCausal, AttentionInputs Inputs) : MultiOutput
{
    private const int Lead = 3;

    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(Inputs), Inputs)];

    private bool HasMask => Inputs.HasFlag(AttentionInputs.Mask);

    private bool HasSinks => Inputs.HasFlag(AttentionInputs.Sinks);

    private int PlaceOfSinks => Lead + (HasMask ? 1 : 0);

    /// <summary>Shapes and types of the result and of the logarithms of sums.</summary>
    public static ArraySpec[] Results(Node[] x)
    {
        Shape q = x[0].Shape;
        DType dtype = x[0].DType;
        return
        [
            new(new Shape([.. q.Lengths[..^1], x[2].Shape[^1]]), dtype),
            new(new Shape([.. q.Lengths[..^1]]), dtype == DType.Float64 ? dtype : DType.Float32),
        ];
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => Results(x);

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new AttentionKernel(Scale, IsCausal, Inputs);

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        NDArray scores = AttentionScores.Of(x[0], x[1], Mask(x), Scale, IsCausal), sum = AttentionScores.LogSum(scores, Sinks(x));
        return [Mx.AsType(AttentionScores.Sum(AttentionScores.Weights(scores, sum), x[2]), x[0].DType), sum];
    }

    /// <summary>With P·ds for the tangents ds of the scores: that of the logarithm of the sum is Σ P·ds, that of the result Σ P·(ds·v + dv) less the former times the result.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray? dsum = null, dy = null;
        if (AttentionTangent.Of(this, x, dx) is { } tangent)
            (dy, dsum) = (Folding.Precise(tangent[2]), tangent[3]);
        if (HasSinks && dx[PlaceOfSinks] is { } dsinks)
            dsum = Tangents.Add(dsum, WeightOfSinks(x, y) * Folding.Precise(dsinks));
        NDArray? less = dsum is null ? null : -(Mx.ExpandDims(dsum, -1) * Folding.Precise(y[0]));
        return [Tangents.Add(dy, less) is { } sum ? Mx.AsType(sum, x[0].DType) : null, dsum];
    }

    /// <summary>From queries, keys, values, the result and the logarithms of sums alone.</summary>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct)
    {
        NDArray cty = ct[0] ?? Mx.ZerosLike(y[0]);
        NDArray less = Mx.Sum(Folding.Precise(cty) * Folding.Precise(y[0]), -1);
        if (ct[1] is { } ctsum)
            less -= ctsum;
        var result = new NDArray?[x.Length];
        if (active[0] || active[1] || active[2])
        {
            NDArray[] inputs = [x[0], x[1], x[2], y[1], cty, less];
            new AttentionCotangents(Scale, IsCausal, HasMask).ApplyAll(HasMask ? [.. inputs, x[Lead]] : inputs).CopyTo(result, 0);
        }
        for (int i = 0; i < Lead; i++)
            result[i] = active[i] ? result[i] : null;
        if (HasMask && active[Lead] && x[Lead].DType != DType.Bool)
        {
            NDArray weights = AttentionScores.Weights(AttentionScores.Of(x[0], x[1], x[Lead], Scale, IsCausal), y[1]);
            NDArray ctweights = AttentionScores.Product(Folding.Precise(cty), Folding.Precise(x[2]));
            result[Lead] = Mx.AsType(weights * (ctweights - Mx.ExpandDims(less, -1)), x[Lead].DType);
        }
        if (HasSinks && active[PlaceOfSinks])
            result[PlaceOfSinks] = Mx.AsType(-(WeightOfSinks(x, y) * less), x[PlaceOfSinks].DType);
        return result;
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 2 ? Linearity.ByParts : Linearity.None;

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => AttentionBatch.Map(this, x, axes, keysOf: [1, 2]);

    private NDArray? Mask(NDArray[] x) => HasMask ? x[Lead] : null;

    private NDArray? Sinks(NDArray[] x) => HasSinks ? x[PlaceOfSinks] : null;

    private NDArray WeightOfSinks(NDArray[] x, NDArray[] y) => Mx.Exp(Folding.Precise(x[PlaceOfSinks]) - AttentionScores.Finite(y[1]));
}
