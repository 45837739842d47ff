namespace Tangent.Kernels;

/// <summary>Which inputs an attention has beside queries, keys and values; they follow in this order.</summary>
[Flags]
internal enum AttentionInputs
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>What is added to the scores, or where they count.</summary>
    Mask = 1,

    /// <summary>A score for each head that belongs to no key.</summary>
    Sinks = 2,

    /// <summary>The tangent of the queries.</summary>
    QueryTangent = 4,

    /// <summary>The tangent of the keys.</summary>
    KeyTangent = 8,

    /// <summary>The tangent of the values.</summary>
    ValueTangent = 16,

    /// <summary>The tangent of an additive mask.</summary>
    MaskTangent = 32,

    /// <summary>The tangent of the result's cotangent.</summary>
    CotangentTangent = 64,

    /// <summary>Any tangent.</summary>
    Tangents = QueryTangent | KeyTangent | ValueTangent | MaskTangent | CotangentTangent,
}
