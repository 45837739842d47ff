using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The inputs of an attention by what they are.</summary>
internal sealed unsafe class AttentionOperands<T, TStorage>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TStorage : IStorage<T>
{
    private readonly AttentionRows<T, TStorage>? sinks;

    public AttentionOperands(AttentionInputs kinds, BufferView[] inputs)
    {
        (Queries, Keys, Values) = (new(inputs[0], true), new(inputs[1], false), new(inputs[2], false));
        int next = 3;
        BufferView? Next(AttentionInputs kind) => kinds.HasFlag(kind) ? inputs[next++] : null;
        Mask = new(Next(AttentionInputs.Mask));
        sinks = Next(AttentionInputs.Sinks) is { } scores ? new(scores, true) : null;
        QueryTangent = Next(AttentionInputs.QueryTangent) is { } dq ? new(dq, true) : null;
        AttentionRows<T, TStorage>? keyTangent = Next(AttentionInputs.KeyTangent) is { } dk ? new(dk, false) : null;
        ValueTangent = Next(AttentionInputs.ValueTangent) is { } dv ? new(dv, false) : null;
        MaskTangent = new(Next(AttentionInputs.MaskTangent));
        HasTangent = (kinds & AttentionInputs.Tangents) != 0;
        HasKeyTangent = keyTangent is not null;
        AttentionRows<T, TStorage>[] pairs = [.. QueryTangent is null ? [] : new[] { Keys }, .. keyTangent is { } tangent ? new[] { tangent } : []];
        ScorePairs = pairs.Length == 0 ? null : pairs;
    }

    public AttentionRows<T, TStorage> Queries { get; }

    public AttentionRows<T, TStorage> Keys { get; }

    public AttentionRows<T, TStorage> Values { get; }

    public ScoreMask<T, TStorage> Mask { get; }

    public AttentionRows<T, TStorage>? QueryTangent { get; }

    public AttentionRows<T, TStorage>? ValueTangent { get; }

    public ScoreMask<T, TStorage> MaskTangent { get; }

    /// <summary>True if there is any tangent.</summary>
    public bool HasTangent { get; }

    /// <summary>True if keys have a tangent.</summary>
    public bool HasKeyTangent { get; }

    /// <summary>What the tangents of scores are made with: keys, for the tangent of queries, and tangents of keys; null if there is neither.</summary>
    public AttentionRows<T, TStorage>[]? ScorePairs { get; }

    /// <summary>Numbers that a tangent of a score is the sum of.</summary>
    public int TangentDepth(int depth) => depth * (ScorePairs?.Length ?? 0);

    /// <summary>The score of a row that belongs to no key; -∞ if there is none.</summary>
    public T Sink(int group, int row)
    {
        if (sinks is not { } scores)
            return T.NegativeInfinity;
        T sink;
        scores.Load(group, row, 1, 1, &sink);
        return sink;
    }
}
