namespace Tangent;

/// <summary>What a transform knows of a literal among its arguments: its number may be another one at the next call.</summary>
/// <param name="DType">The type that it has by itself.</param>
/// <param name="Requirements">Where a compiled function says what its number must be at each call; null where it can be read.</param>
internal readonly record struct LiteralKind(DType DType, LiteralRequirements? Requirements)
{
    /// <summary>What is known of a literal.</summary>
    public LiteralKind(Scalar literal) : this(literal.Kind, literal.Requirements)
    {
    }
}
