using Tangent.Kernels;

namespace Tangent;

/// <summary>The tangent y·(dx − Σ y·dx) of a softmax y, linear in the second input. The matrix diag(y) − y·yᵀ is symmetric.</summary>
/// <remarks>
/// Where one y is nearly 1, dx differs from the mean by less than the mean's rounding error. So the mean is taken twice: that of the
/// differences is what the first one missed.
/// </remarks>
internal sealed record SoftmaxTangent(Axes Axes) : RowComposite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        NDArray y = Folding.Precise(x[0]);
        NDArray dx = Folding.Precise(x[1]);
        NDArray difference = FromMean(y, dx);
        return Mx.AsType(y * FromMean(y, difference), x[1].DType);
    }

    private NDArray FromMean(NDArray y, NDArray dx) => dx - Folding.Spread(Mx.Sum(y * dx, Axes), Axes, y.Shape);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 1 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [null, Apply(Known(x[0]), ct)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        (NDArray[] aligned, int batch) = Batching.Align(x, axes);
        return new(new SoftmaxTangent(Folding.Shift(Axes, batch)).Apply(aligned), batch);
    }
}
