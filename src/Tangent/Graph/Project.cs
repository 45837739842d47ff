using Tangent.Kernels;

namespace Tangent;

/// <summary>One result of a primitive that has several. The transforms pass through it.</summary>
internal sealed record Project(int Index) : Primitive
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Parts![Index];

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");
}
