using Tangent.Kernels;

namespace Tangent;

/// <summary>A value that was given, not computed.</summary>
internal sealed record Leaf : Primitive
{
    public static readonly Leaf Instance = new();

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => throw new MissingRuleException(Name, "Infer");

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");
}
