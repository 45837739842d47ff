namespace Tangent;

/// <summary>Conjugate gradients.</summary>
internal sealed record ConjugateGradientSolver(double? Tolerance, int? MaxIterations) : IterativeSolver(Tolerance, MaxIterations)
{
    /// <inheritdoc/>
    protected override (NDArray Correction, NDArray Steps, NDArray Gain) Correct(LinearMap a, NDArray left, NDArray target, NDArray goes, NDArray budget)
    {
        NDArray z = a.Near(left);
        NDArray[] end = WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[4]), state[6] < budget),
            state => Step(a, target, state),
            [Tangents.Zeros(left.Spec), left, z, Vectors.RealDot(left, z), goes, Vectors.Full(left, 0), Constant.Of(0, DType.Int32)]);
        return (end[0], end[6], end[5]);
    }

    // State: the correction, what is left, the direction, ⟨left, z⟩, whether to go on, the gain, the steps.
    private static NDArray[] Step(LinearMap a, NDArray target, NDArray[] state)
    {
        NDArray direction = state[2], product = a.Apply(direction), curvature = Vectors.RealDot(direction, product);
        // Without curvature the function is not positive definite.
        NDArray moves = Mx.LogicalAnd(state[4], curvature > 0);
        NDArray length = state[3] / Mx.Where(moves, curvature, 1);
        NDArray left = Mx.Where(moves, state[1] - length * product, state[1]), z = a.Near(left), next = Vectors.RealDot(left, z);
        NDArray gain = Vectors.Norm(product) / Vectors.Norm(direction);
        return
        [
            Mx.Where(moves, state[0] + length * direction, state[0]),
            left,
            Mx.Where(moves, z + next / state[3] * direction, direction),
            Mx.Where(moves, next, state[3]),
            Mx.LogicalAnd(moves, Vectors.Norm(left) > target),
            Mx.Where(moves, Mx.Maximum(state[5], gain), state[5]),
            state[6] + 1,
        ];
    }
}
