namespace Tangent;

/// <summary>How the result of an operation depends on one of its inputs.</summary>
internal enum Linearity
{
    /// <summary>Not linearly, or as data: an index, a condition.</summary>
    None,
    /// <summary>Linearly, whatever the other inputs are: a factor.</summary>
    Alone,
    /// <summary>Linearly in all inputs of this kind together: a term.</summary>
    Together,
    /// <summary>As its parts say: a composition.</summary>
    ByParts,
}
