using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// A primitive with several results. Its node has no value of its own; <see cref="Output"/> nodes pick the results.
/// A null in a list of results' tangents or cotangents is zero.
/// </summary>
internal abstract record MultiOutput : Primitive
{
    /// <summary>None: what has an effect has one result.</summary>
    public sealed override EffectOrder? Effects => null;

    /// <summary>Shapes and element types of the results.</summary>
    public abstract ArraySpec[] InferAll(Node[] x);

    /// <summary>True if <see cref="Primitive.Lower"/> serves these inputs; else the composition is evaluated.</summary>
    public virtual bool HasKernel(Node[] x) => false;

    /// <summary>The composition; null if there is none.</summary>
    public virtual NDArray[]? ExpandAll(NDArray[] x) => null;

    /// <inheritdoc/>
    public sealed override ArraySpec Infer(Node[] x) => new(Shape.Scalar, DType.Bool);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new MissingRuleException(Name, "Lower");

    /// <summary>The tangents of the results; by default those of the composition, whose work evaluation shares.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y) =>
        Forward.Through(values => ExpandAll(values) ?? throw new MissingRuleException(Name, "Jvp"), x, dx);

    /// <inheritdoc/>
    public override NDArray?[] VjpAll(NDArray[] x, bool[] active, NDArray[] y, NDArray?[] ct) => Transposition.OfJvp(this, x, active, y, ct);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.ByParts;

    /// <summary>The cotangents of the inputs that are null in <paramref name="x"/>; by default those of the composition.</summary>
    public override NDArray?[] TransposeAll(NDArray?[] ct, NDArray?[] x, ArraySpec[] inputs) =>
        Transposition.Through(values => ExpandAll(values) ?? throw new MissingRuleException(Name, "Transpose"), x, inputs, ct);

    /// <inheritdoc/>
    public abstract override Batched[] VmapAll(NDArray[] x, int?[] axes);

    /// <inheritdoc/>
    public sealed override NDArray[] ApplyAll(NDArray[] x)
    {
        Node[] inputs = NDArray.NodesOf(x);
        return Output.Of(new Node(this, inputs, Shape.Scalar, DType.Bool) { Parts = InferAll(inputs) });
    }
}
