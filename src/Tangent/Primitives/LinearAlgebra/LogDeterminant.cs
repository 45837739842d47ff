namespace Tangent;

/// <summary>Sign and logarithm of the absolute value of determinants.</summary>
internal sealed record LogDeterminant : MultiOutput
{
    /// <inheritdoc/>
    public override ArraySpec[] InferAll(Node[] x) =>
        [new(Matrices.With(x[0].Shape), x[0].DType), new(Matrices.With(x[0].Shape), Matrices.RealType(x[0].DType))];

    /// <inheritdoc/>
    public override NDArray[] ExpandAll(NDArray[] x)
    {
        NDArray[] factors = Shared<Lu>.Instance.ApplyAll([x[0]]);
        NDArray diagonal = Matrices.Diagonal(factors[0]);
        NDArray sign = Mx.Prod(Mx.Sign(diagonal), -1) * Determinant.SignOfExchanges(factors[1], x[0].DType);
        return [sign, Mx.Sum(Mx.Log(Mx.Abs(diagonal)), -1)];
    }

    /// <summary>With t the trace of a⁻¹·da: Re t for the logarithm, and i·Im t times the sign.</summary>
    public override NDArray?[] JvpAll(NDArray[] x, NDArray?[] dx, NDArray[] y)
    {
        NDArray inverse = Shared<Inverse>.Instance.Apply(x[0]);
        NDArray trace = Mx.Sum(Matrices.Flip(inverse) * dx[0]!, new Axes([-2, -1]));
        return [trace.DType.IsComplex ? MakeComplex.Of(null, Mx.Imag(trace)) * y[0] : null, Mx.Real(trace)];
    }

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => Linearity.None;

    /// <inheritdoc/>
    public override Batched[] VmapAll(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
