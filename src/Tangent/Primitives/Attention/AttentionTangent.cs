using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Attention, the logarithms of its sums, and with the weights P and the tangents ds of its scores Σ P·(ds·v + dv) and Σ P·ds, in one pass. The inputs are those of <see cref="Attention"/> and the tangents that
/// there are of queries, keys, values and an additive mask.
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place.</param>
/// <param name="Inputs">The inputs behind the values.</param>
internal sealed record AttentionTangent(double Scale, bool IsCausal, AttentionInputs Inputs) : MultiOutput, IWhole
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(Inputs), Inputs)];

    private const AttentionInputs Given = AttentionInputs.Mask | AttentionInputs.Sinks;

    /// <inheritdoc/>
    public Primitive Part => new Attention(Scale, IsCausal, Inputs & Given);

    /// <inheritdoc/>
    public int PartInputs => 3 + int.PopCount((int)(Inputs & Given));

    /// <summary>The results for the tangents of an attention's inputs; null if none but sinks have any.</summary>
    public static NDArray[]? Of(Attention attention, NDArray[] x, NDArray?[] dx)
    {
        AttentionInputs kinds = attention.Inputs;
        NDArray?[] tangents = [dx[0], dx[1], dx[2], kinds.HasFlag(AttentionInputs.Mask) ? dx[3] : null];
        AttentionInputs[] names = [AttentionInputs.QueryTangent, AttentionInputs.KeyTangent, AttentionInputs.ValueTangent, AttentionInputs.MaskTangent];
        for (int i = 0; i < tangents.Length; i++)
            kinds |= tangents[i] is null ? AttentionInputs.None : names[i];
        return kinds == attention.Inputs
            ? null
            : new AttentionTangent(attention.Scale, attention.IsCausal, kinds).ApplyAll([.. x, .. tangents.OfType<NDArray>()]);
    }

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x)
    {
        ArraySpec[] results = Attention.Results(x);
        return [.. results, .. results];
    }

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => true;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new AttentionKernel(Scale, IsCausal, Inputs);

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        int next = 3;
        NDArray? Next(AttentionInputs kind) => Inputs.HasFlag(kind) ? x[next++] : null;
        NDArray? mask = Next(AttentionInputs.Mask), sinks = Next(AttentionInputs.Sinks);
        NDArray? dq = Next(AttentionInputs.QueryTangent), dk = Next(AttentionInputs.KeyTangent), dv = Next(AttentionInputs.ValueTangent), dmask = Next(AttentionInputs.MaskTangent);
        NDArray scores = AttentionScores.Of(x[0], x[1], mask, Scale, IsCausal), sum = AttentionScores.LogSum(scores, sinks);
        NDArray weights = AttentionScores.Weights(scores, sum);
        NDArray? changes = AttentionScores.Tangent(x[0], x[1], mask, dq, dk, dmask, Scale, IsCausal) is { } ds ? weights * ds : null;
        NDArray tangent = Tangents.Add(
            changes is null ? null : AttentionScores.Sum(changes, x[2]), dv is null ? null : AttentionScores.Sum(weights, dv))!;
        return
        [
            Mx.AsType(AttentionScores.Sum(weights, x[2]), x[0].DType), sum,
            Mx.AsType(tangent, x[0].DType), changes is null ? Mx.ZerosLike(sum) : Mx.Sum(changes, -1),
        ];
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes)
    {
        int next = 3;
        foreach (AttentionInputs kind in (AttentionInputs[])[AttentionInputs.Mask, AttentionInputs.Sinks, AttentionInputs.QueryTangent])
            next += Inputs.HasFlag(kind) ? 1 : 0;
        var keys = new List<int> { 1, 2 };
        foreach (AttentionInputs kind in (AttentionInputs[])[AttentionInputs.KeyTangent, AttentionInputs.ValueTangent])
            if (Inputs.HasFlag(kind))
                keys.Add(next++);
        return AttentionBatch.Map(this, x, axes, [.. keys]);
    }
}
