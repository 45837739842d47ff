namespace Tangent;

/// <summary>BiCGSTAB, preconditioned from the right.</summary>
internal sealed record BiCgStabSolver(double? Tolerance, int? MaxIterations) : IterativeSolver(Tolerance, MaxIterations)
{
    /// <inheritdoc/>
    protected override (NDArray Correction, NDArray Steps, NDArray Gain) Correct(LinearMap a, NDArray left, NDArray target, NDArray goes, NDArray budget)
    {
        NDArray[] end = WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[4]), state[6] < budget),
            state => Step(a, target, left, state),
            [Tangents.Zeros(left.Spec), left, left, Vectors.Dot(left, left), goes, Vectors.Full(left, 0), Constant.Of(0, DType.Int32)]);
        return (end[0], end[6], end[5]);
    }

    // State: the correction, what is left, the direction, ⟨shadow, left⟩, whether to go on, the gain, the steps. Where a divisor is zero
    // the round ends, and the next begins with another shadow.
    private static NDArray[] Step(LinearMap a, NDArray target, NDArray shadow, NDArray[] state)
    {
        NDArray direction = state[2], near = a.Near(direction), product = a.Apply(near), slope = Vectors.Dot(shadow, product);
        NDArray moves = Mx.LogicalAnd(state[4], Mx.NotEqual(slope, 0));
        NDArray alpha = state[3] / Mx.Where(moves, slope, 1), half = state[1] - alpha * product;
        NDArray nearHalf = a.Near(half), image = a.Apply(nearHalf), square = Vectors.RealDot(image, image);
        NDArray omega = Mx.Where(square > 0, Vectors.Dot(image, half) / square, 0);
        NDArray left = Mx.Where(moves, half - omega * image, state[1]), rho = Vectors.Dot(shadow, left);
        NDArray beta = rho / state[3] * (alpha / omega);
        NDArray gain = Vectors.Norm(product) / Vectors.Norm(near), length = Vectors.Norm(left);
        NDArray goesOn = Mx.LogicalAnd(Mx.LogicalAnd(moves, length > target), Mx.LogicalAnd(Mx.NotEqual(rho, 0), Mx.NotEqual(omega, 0)));
        return
        [
            Mx.Where(moves, state[0] + alpha * near + omega * nearHalf, state[0]),
            left,
            Mx.Where(goesOn, left + beta * (direction - omega * product), direction),
            Mx.Where(moves, rho, state[3]),
            goesOn,
            Mx.Where(moves, Mx.Maximum(state[5], gain), state[5]),
            state[6] + 1,
        ];
    }
}
