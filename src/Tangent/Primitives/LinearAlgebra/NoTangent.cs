namespace Tangent;

/// <summary>Stands for the tangent of a result that has none: whoever needs its value is told why.</summary>
internal sealed record NoTangent : Composite
{
    /// <summary>What is said.</summary>
    public static MissingRuleException Refusal => MissingRuleException.NotDifferentiable(
        "Linalg.Svd", "the last vectors of full matrices are any basis of the rest where a is not square; take Svd(a, true, fullMatrices: false).");

    /// <summary>In place of the tangent of an array.</summary>
    public static NDArray Of(NDArray y) => Shared<NoTangent>.Instance.Apply(y);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x) => throw Refusal;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x[0]), axes[0]);
}
