using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The cotangents of a normalisation's rows, weight and bias, in one pass over the rows. The inputs are the rows, the cotangent of
/// the result, and the weight.
/// </summary>
internal sealed record NormalizationCotangents(bool IsCentered, double Epsilon) : MultiOutput, IRowComposition
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(IsCentered), IsCentered), new(nameof(Epsilon), Epsilon)];

    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) => [x[0].Spec, x[2].Spec, x[2].Spec];

    /// <inheritdoc/>
    public override bool HasKernel(Node[] x) => RowKernels.Find(this, x) is not null;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => RowKernels.Find(this, x) ?? base.Lower(x, y);

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        (NDArray rows, NDArray[] summed) = Parts(x);
        Axes lead = new([.. Enumerable.Range(0, x[0].Rank - 1)]);
        return [rows, .. summed.Select(array => Mx.AsType(Mx.Sum(array, lead), x[2].DType))];
    }

    /// <inheritdoc/>
    public (NDArray Rows, NDArray[] Summed) Parts(NDArray[] x)
    {
        NDArray ct = Folding.Precise(x[1]);
        NDArray weight = Mx.BroadcastTo(Folding.Precise(x[2]), ct.Shape);
        NormalizationParts parts = NormalizationParts.Of(Folding.Precise(x[0]), IsCentered, Epsilon);
        return (Mx.AsType(parts.Tangent(ct * weight, IsCentered), x[0].DType), [ct * parts.Value, ct]);
    }

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Through(ExpandAll, x, axes);
}
