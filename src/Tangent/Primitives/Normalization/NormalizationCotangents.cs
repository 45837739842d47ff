using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The cotangents of a normalisation's rows, weight and bias, in one pass over the rows: [rows + 2, n], the weight's and
/// the bias's in the last two rows. The inputs are the rows, the cotangent of the result, and the weight.
/// </summary>
internal sealed record NormalizationCotangents(bool IsCentered, double Epsilon) : RowComposite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(IsCentered), IsCentered), new(nameof(Epsilon), Epsilon)];

    /// <summary>The cotangents, each in the shape of what it belongs to.</summary>
    public NDArray[] Pull(NDArray x, NDArray ct, NDArray weight)
    {
        NDArray all = Apply(x, ct, weight);
        int rows = all.Shape[0] - 2;
        NDArray[] sums = [.. Enumerable.Range(rows, 2).Select(row => Mx.Reshape(Slice.Along(all, 0, row, 1), weight.Shape))];
        return [Mx.Reshape(Slice.Along(all, 0, 0, rows), x.Shape), .. sums];
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new((checked((int)Rows(x[0].Shape) + 2), x[0].Shape[^1]), x[0].DType);

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        (NDArray rows, NDArray[] summed) = Parts(x);
        Shape matrix = ((int)Rows(x[0].Shape), x[0].Shape[^1]);
        NDArray[] sums = [.. summed.Select(array => Mx.AsType(Mx.Sum(Mx.Reshape(array, matrix), 0, keepdims: true), x[0].DType))];
        return Mx.Concatenate([Mx.Reshape(rows, matrix), .. sums]);
    }

    /// <inheritdoc/>
    public override (NDArray Rows, NDArray[] Summed) Parts(NDArray[] x)
    {
        NDArray ct = Reduction.Precise(x[1]);
        NDArray weight = Mx.BroadcastTo(Reduction.Precise(x[2]), ct.Shape);
        NormalizationParts parts = NormalizationParts.Of(Reduction.Precise(x[0]), IsCentered, Epsilon);
        return (Mx.AsType(parts.Tangent(ct * weight, IsCentered), x[0].DType), [ct * parts.Value, ct]);
    }

    private static long Rows(Shape shape)
    {
        long rows = 1;
        for (int axis = 0; axis < shape.Rank - 1; axis++)
            rows *= shape[axis];
        return rows;
    }
}
