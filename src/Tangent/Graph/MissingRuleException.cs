namespace Tangent;

/// <summary>A transform met an operation that has no rule for it, or that is not linear where it must be.</summary>
public sealed class MissingRuleException : NotSupportedException
{
    private readonly string? reason;

    /// <summary>An operation without a rule.</summary>
    /// <param name="primitive">The operation.</param>
    /// <param name="transform">The transform that asked for the rule.</param>
    public MissingRuleException(string primitive, string transform)
        : this(primitive, transform, $"{transform}: the operation {primitive} has no rule for it.", null)
    {
    }

    private MissingRuleException(string primitive, string transform, string message, string? reason)
        : base(message)
    {
        Primitive = primitive;
        Transform = transform;
        this.reason = reason;
    }

    /// <summary>The operation.</summary>
    public string Primitive { get; }

    /// <summary>The transform that asked for the rule.</summary>
    public string Transform { get; }

    /// <summary>True if it says that a function that was to be transposed is not linear.</summary>
    internal bool IsNotLinear => Transform == "Transpose";

    /// <summary>A result of an operation that is no differentiable function of the input.</summary>
    internal static MissingRuleException NotDifferentiable(string function, string reason) =>
        new(function, "Jvp", $"{function}: no derivative: {reason}", reason);

    /// <summary>An operation because of which a function is not linear in its arguments. Who transposes it says <see cref="Of"/> what.</summary>
    internal static MissingRuleException NotLinear(string primitive, string reason) =>
        new(primitive, "Transpose", $"Transpose: the function is not linear in its arguments: {primitive} {reason}.", reason);

    /// <summary>The same as the user reads it.</summary>
    /// <param name="transform">The public function.</param>
    /// <param name="function">What is not linear, such as "the function is not linear in its arguments".</param>
    internal MissingRuleException Of(string transform, string function) => new(Primitive, transform, $"{transform}: {function}: {Primitive} {reason ?? "has no rule for it"}.", null);
}
