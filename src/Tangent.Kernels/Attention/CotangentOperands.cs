using System.Numerics;

namespace Tangent.Kernels;

/// <summary>The inputs of an attention's cotangents by what they are.</summary>
internal sealed class CotangentOperands<T, TStorage>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TStorage : IStorage<T>
{
    public CotangentOperands(AttentionInputs kinds, BufferView[] inputs)
    {
        (Queries, Keys, Values) = (new(inputs[0], true), new(inputs[1], false), new(inputs[2], false));
        (LogSums, Cotangents, Less) = (inputs[3], new(inputs[4], true), inputs[5]);
        int next = 6;
        BufferView? Next(AttentionInputs kind) => kinds.HasFlag(kind) ? inputs[next++] : null;
        Mask = new(Next(AttentionInputs.Mask));
        QueryTangent = Next(AttentionInputs.QueryTangent) is { } dq ? new(dq, true) : null;
        KeyTangent = Next(AttentionInputs.KeyTangent) is { } dk ? new(dk, false) : null;
        ValueTangent = Next(AttentionInputs.ValueTangent) is { } dv ? new(dv, false) : null;
        MaskTangent = new(Next(AttentionInputs.MaskTangent));
        CotangentTangent = Next(AttentionInputs.CotangentTangent) is { } dct ? new(dct, true) : null;
        HasTangent = (kinds & AttentionInputs.Tangents) != 0;
        if (HasTangent)
            (LogSumTangents, LessTangents) = (inputs[next], inputs[next + 1]);
    }

    public AttentionRows<T, TStorage> Queries { get; }

    public AttentionRows<T, TStorage> Keys { get; }

    public AttentionRows<T, TStorage> Values { get; }

    /// <summary>The logarithms of the sums of exponentials of each row.</summary>
    public BufferView LogSums { get; }

    /// <summary>The cotangents of the result.</summary>
    public AttentionRows<T, TStorage> Cotangents { get; }

    /// <summary>What is subtracted from the cotangents of weights in each row.</summary>
    public BufferView Less { get; }

    public ScoreMask<T, TStorage> Mask { get; }

    /// <summary>True if there is any tangent.</summary>
    public bool HasTangent { get; }

    public AttentionRows<T, TStorage>? QueryTangent { get; }

    public AttentionRows<T, TStorage>? KeyTangent { get; }

    public AttentionRows<T, TStorage>? ValueTangent { get; }

    public ScoreMask<T, TStorage> MaskTangent { get; }

    public AttentionRows<T, TStorage>? CotangentTangent { get; }

    public BufferView? LogSumTangents { get; }

    public BufferView? LessTangents { get; }
}
