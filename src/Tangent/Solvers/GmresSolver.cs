namespace Tangent;

/// <summary>GMRES, preconditioned from the right. A round is one restart.</summary>
internal sealed record GmresSolver(double? Tolerance, int? MaxIterations, int Restart) : IterativeSolver(Tolerance, MaxIterations)
{
    /// <inheritdoc/>
    protected override (NDArray Correction, NDArray Steps, NDArray Gain) Correct(LinearMap a, NDArray left, NDArray target, NDArray goes, NDArray budget)
    {
        int m = Math.Min(Restart, left.Shape[^1]);
        int[] batch = left.Shape.Lengths[..^1].ToArray();
        NDArray beta = Vectors.Norm(left), first = left / Mx.Where(goes, beta, 1);
        NDArray basis = Mx.Concatenate([Matrices.Row(first), Tangents.Zeros(new(new([.. batch, m, left.Shape[^1]]), left.DType))], -2);
        NDArray hessenberg = Tangents.Zeros(new(new([.. batch, m + 1, m]), left.DType));
        NDArray shadow = Mx.BroadcastTo(Mx.AsType(Mx.Equal(Mx.Arange(m + 1), 0), left.DType), new Shape([.. batch, m + 1]));
        NDArray limit = Mx.Minimum(budget, Constant.Of(m, DType.Int32));
        NDArray[] end = WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[3]), state[5] < limit),
            state => Step(a, target / Mx.Where(goes, beta, 1), state),
            [basis, hessenberg, shadow, goes, Vectors.Full(left, 0), Constant.Of(0, DType.Int32)]);
        NDArray start = beta * Mx.AsType(Mx.Equal(Mx.Arange(m + 1), 0), left.DType);
        // Columns of steps that were not taken are zero, and the shortest of the solutions is zero there.
        NDArray inverse = new PseudoInverse(PseudoInverse.DefaultTolerance(end[1].Shape, left.DType)).Apply(end[1]);
        NDArray weights = Mx.MatMul(inverse, Matrices.Column(start));
        NDArray correction = a.Near(Mx.Sum(weights * end[0][Mx.Ellipsis, ..m, ..], -2));
        return (correction, end[5], end[4]);
    }

    // State: the basis in rows, its image in that basis, the vector that this image's adjoint sends to zero, whether to go on, the gain, the
    // steps. What is left has the length of its beginning over that of the third, whose first element is 1.
    private static NDArray[] Step(LinearMap a, NDArray target, NDArray[] state)
    {
        NDArray basis = state[0], shadow = state[2], step = state[5];
        int m = basis.Shape[^2] - 1;
        NDArray direction = a.Near(Mx.Take(basis, step, -2)), product = a.Apply(direction), size = Vectors.Norm(product);
        (NDArray rest, NDArray parts) = Orthogonal(basis, product);
        NDArray length = Vectors.Norm(rest), isNew = length > size * Matrices.Epsilon(basis.DType);
        NDArray moves = state[3], divisor = Mx.Where(isNew, length, 1), isNext = Mx.Equal(Mx.Arange(m + 1), step + 1);
        NDArray nextShadow = -Mx.Conjugate(Mx.Sum(Mx.Conjugate(shadow) * parts, -1, true)) / divisor;
        NDArray longer = Mx.Where(isNext, nextShadow, shadow);
        NDArray goesOn = Mx.LogicalAnd(Mx.LogicalAnd(moves, isNew), Mx.Greater(1, target * Vectors.Norm(longer)));
        NDArray column = Mx.Where(isNext, Mx.Where(isNew, length, 0), parts);
        return
        [
            Mx.Where(Mx.LogicalAnd(Matrices.Row(Mx.LogicalAnd(moves, isNew)), Matrices.Column(isNext)), Matrices.Row(rest / divisor), basis),
            Mx.Where(Mx.LogicalAnd(Matrices.Row(moves), Mx.Equal(Mx.Arange(m), step)), Matrices.Column(column), state[1]),
            Mx.Where(moves, longer, shadow),
            goesOn,
            Mx.Where(moves, Mx.Maximum(state[4], size / Vectors.Norm(direction)), state[4]),
            step + 1,
        ];
    }

    // Gram and Schmidt, twice: once leaves what rounding makes of it.
    private static (NDArray Remainder, NDArray Parts) Orthogonal(NDArray basis, NDArray v)
    {
        NDArray parts = Parts(v), rest = v - Mx.Sum(Matrices.Column(parts) * basis, -2), more = Parts(rest);
        return (rest - Mx.Sum(Matrices.Column(more) * basis, -2), parts + more);

        NDArray Parts(NDArray v) => Mx.Sum(Mx.Conjugate(basis) * Matrices.Row(v), -1);
    }
}
