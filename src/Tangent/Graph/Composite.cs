using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A composition of other operations that gives every rule. A primitive is one where a fused kernel is faster
/// (then it overrides <see cref="Primitive.Lower"/> and <see cref="HasKernel"/>) or where a rule differs from the composition's.
/// </summary>
internal abstract record Composite : Primitive
{
    /// <summary>True if <see cref="Primitive.Lower"/> serves these inputs; else the composition is evaluated.</summary>
    public virtual bool HasKernel(Node[] x) => false;

    /// <summary>The composition.</summary>
    public abstract NDArray Expand(NDArray[] x);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Forward.Through(values => [Expand(values)], x, dx)[0];

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct)
    {
        NDArray[] inputs = Alias.Of(x, null);
        return Reverse.Pull(inputs, active, [Expand(inputs)], [ct]);
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.ByParts;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) =>
        Transposition.Through(values => [Expand(values)], x, inputs, [ct]);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Through(inner => [Expand(inner)], x, axes)[0];
}
