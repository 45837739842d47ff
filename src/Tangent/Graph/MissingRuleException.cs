namespace Tangent;

/// <summary>A transform met an operation that has no rule for it.</summary>
public sealed class MissingRuleException : NotSupportedException
{
    /// <summary>An operation without a rule.</summary>
    /// <param name="primitive">The operation.</param>
    /// <param name="transform">The transform that asked for the rule.</param>
    public MissingRuleException(string primitive, string transform)
        : base($"{transform}: the operation {primitive} has no rule for it.")
    {
        Primitive = primitive;
        Transform = transform;
    }

    /// <summary>The operation.</summary>
    public string Primitive { get; }

    /// <summary>The transform that asked for the rule.</summary>
    public string Transform { get; }
}
