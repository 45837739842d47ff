using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A composition of other operations that gives every rule. A primitive is one where a fused kernel is faster
/// (then it overrides <see cref="Primitive.Lower"/> and <see cref="HasKernel"/>) or where a rule differs from the composition's.
/// </summary>
internal abstract record Composite : Primitive
{
    /// <summary>True if <see cref="Primitive.Lower"/> is overridden; else the composition is evaluated.</summary>
    public virtual bool HasKernel => false;

    /// <summary>The composition.</summary>
    public abstract NDArray Expand(NDArray[] x);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Forward.Through(inner => Expand(inner), x, dx);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Reverse.Through(inner => [Expand(inner)], x, active, [ct]);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Through(inner => [Expand(inner)], x, axes)[0];
}
