namespace Tangent;

/// <summary>
/// n/gap by elements, where values do not coincide: inputs are n, gap and where they do, and a scale of n if n is a difference. There the
/// result is 0 where n is 0 up to rounding (then it does not depend on the choice of vectors), and NaN elsewhere. Linear in n.
/// </summary>
internal sealed record DivideByGap : Composite
{
    /// <summary>The quotient by the differences of values, rows less columns or as given.</summary>
    public static NDArray Of(NDArray n, NDArray gap, NDArray isSame, NDArray? scale = null) => scale is null
        ? Shared<DivideByGap>.Instance.Apply(n, gap, isSame)
        : Shared<DivideByGap>.Instance.Apply(n, gap, isSame, scale);

    /// <summary>gap[i, j] = values[j] − values[i], with ones on the diagonal, and where two values are equal up to rounding.</summary>
    public static (NDArray Gap, NDArray IsSame) Gaps(NDArray values)
    {
        NDArray gap = Matrices.Row(values) - Matrices.Column(values);
        NDArray size = Mx.Abs(Mx.StopGradient(values));
        double tolerance = 8 * values.Shape[^1] * Matrices.Epsilon(values.DType);
        NDArray isSame = Mx.LessEqual(Mx.Abs(Mx.StopGradient(gap)), Mx.Maximum(Matrices.Row(size), Matrices.Column(size)) * tolerance);
        NDArray isOne = Matrices.OnDiagonal(values.Shape[^1]);
        return (Mx.Where(isOne, 1, gap), Mx.LogicalAnd(isSame, Mx.LogicalNot(isOne)));
    }

    /// <summary>The largest element of matrices, [..., 1, 1].</summary>
    public static NDArray ScaleOf(NDArray x) => Mx.Max(Mx.Abs(Mx.StopGradient(x)), new Axes([-2, -1]), true);

    /// <summary>
    /// NaN in the derivative of a result that depends on values, where it also turns the vectors of values that coincide: how it weighs one with
    /// the other cannot be told from cotangents, as in V·f(λ)·Vᴴ, whose derivative there needs that of f.
    /// </summary>
    /// <param name="quotient">The derivative.</param>
    /// <param name="isSame">Where values coincide.</param>
    /// <param name="scale">The largest element of what turns vectors.</param>
    /// <param name="turning">What turns vectors, all of which must be there.</param>
    public static NDArray OrNaN(NDArray quotient, NDArray isSame, NDArray scale, params NDArray[] turning)
    {
        double tolerance = 32 * Math.Max(4, quotient.Shape[^1]) * Matrices.Epsilon(quotient.DType);
        NDArray isLost = turning.Aggregate(isSame, (lost, x) => Mx.LogicalAnd(lost, Mx.Greater(Mx.Abs(Mx.StopGradient(x)), scale * tolerance)));
        return Mx.Where(isLost, quotient * double.NaN, quotient);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) =>
        new(Elementwise.BroadcastShapes(Name, x[0].Shape, x[1].Shape), Promotion.Of(x[0].DType, x[1].DType));

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        (NDArray n, NDArray gap, NDArray isSame) = (x[0], x[1], x[2]);
        double tolerance = 32 * Math.Max(4, n.Shape[^1]) * Matrices.Epsilon(n.DType);
        NDArray size = Mx.Abs(n), scale = x.Length > 3 ? x[3] : n.Size == 0 ? size : Mx.Max(size, new Axes([-2, -1]), true);
        NDArray coincident = Mx.Where(Mx.LessEqual(size, scale * tolerance), 0, double.NaN);
        return Mx.Where(isSame, Mx.AsType(coincident, n.DType), n / Mx.Where(isSame, 1, gap));
    }

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        NDArray? change = dx[1] is { } gap ? -(y * gap) : null;
        return Tangents.Add(dx[0], change) is { } sum ? Apply([sum, .. x[1..]]) : null;
    }

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => Transposition.OfJvp(this, x, active, [y], [ct]);

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 0 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs)
    {
        var result = new NDArray?[x.Length];
        NDArray quotient = Of(ct, Known(x[1]), Known(x[2]));
        result[0] = inputs[0].DType.IsComplex || !quotient.DType.IsComplex ? quotient : Mx.Real(quotient);
        return result;
    }

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
