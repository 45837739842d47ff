using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The tangent of normalised rows, linear in the second input: with x̂ = (x − mean)·s it is s·(dx − mean(dx) − x̂·mean(dx·x̂)),
/// where the means of x and dx count as zero unless the rows are centred. As a matrix it is symmetric.
/// </summary>
internal sealed record NormalizationTangent(bool IsCentered, double Epsilon) : RowComposite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(IsCentered), IsCentered), new(nameof(Epsilon), Epsilon)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NormalizationParts parts = NormalizationParts.Of(Folding.Precise(x[0]), IsCentered, Epsilon);
        return Mx.AsType(parts.Tangent(Folding.Precise(x[1]), IsCentered), x[1].DType);
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 1 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [null, Apply(Known(x[0]), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
