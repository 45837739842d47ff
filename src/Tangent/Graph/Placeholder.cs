using Tangent.Kernels;

namespace Tangent;

/// <summary>An input of a function that is traced without values.</summary>
internal sealed record Placeholder(string Transform) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Transform), Transform)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => throw new MissingRuleException(Name, "Infer");

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => throw new NoValueException(Transform);

    /// <summary>A new input.</summary>
    public static NDArray Of(ArraySpec spec, string transform, Trace? trace = null) =>
        new Node(new Placeholder(transform), [], spec.Shape, spec.DType, trace).Handle();
}
