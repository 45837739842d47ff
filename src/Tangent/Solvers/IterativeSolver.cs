namespace Tangent;

/// <summary>
/// Solves in rounds: each finds a correction for what is left of b, by a recurrence in which what is left is only estimated; then
/// that is computed anew. Each vector along the leading axes goes its own way and stops by itself.
/// </summary>
internal abstract record IterativeSolver(double? Tolerance, int? MaxIterations) : LinearSolver
{
    // A residual of some roundings of A·x is that of the exact solution for a neighbour of A.
    private const double Roundings = 32;

    internal sealed override NDArray Solve(LinearMap a, NDArray b)
    {
        if (b.Shape[^1] == 0)
            return b;
        NDArray scale = Mx.Max(Mx.Abs(b), -1, true);
        NDArray isUsable = Mx.LogicalAnd(scale > 0, Mx.IsFinite(scale));
        return SolveScaled(a, b / Mx.Where(isUsable, scale, 1)) * scale;
    }

    /// <summary>A correction dx with A·dx near what is left, the steps that it took, and how much A lengthened a vector at most.</summary>
    /// <param name="a">The function.</param>
    /// <param name="left">What is left of b.</param>
    /// <param name="target">The length of what is left at which to stop.</param>
    /// <param name="goes">False for vectors that are done.</param>
    /// <param name="budget">The most steps.</param>
    protected abstract (NDArray Correction, NDArray Steps, NDArray Gain) Correct(LinearMap a, NDArray left, NDArray target, NDArray goes, NDArray budget);

    private NDArray SolveScaled(LinearMap a, NDArray b)
    {
        NDArray size = Vectors.Norm(b), target = size * (Tolerance ?? (b.DType == DType.Float64 ? 1e-12 : 1e-6));
        int limit = MaxIterations ?? Math.Min(10 * b.Shape[^1], 10_000);
        NDArray none = Vectors.Full(b, 0);
        NDArray[] end = WhileLoop.Call(
            state => Mx.LogicalAnd(Mx.Any(state[3]), state[5] < limit),
            state => Round(a, b, target, state, limit),
            [Tangents.Zeros(b.Spec), b, size, size > 0, none, Constant.Of(0, DType.Int32)]);
        return Mx.Where(Mx.LessEqual(end[2], Enough(target, end[4], end[0])), end[0], double.NaN);
    }

    // State: x, what is left, its length, whether to go on, the gain, the steps.
    private NDArray[] Round(LinearMap a, NDArray b, NDArray target, NDArray[] state, int limit)
    {
        (NDArray dx, NDArray steps, NDArray gain) = Correct(a, state[1], target, state[3], limit - state[5]);
        NDArray x = state[0] + dx, left = b - a.Apply(x), length = Vectors.Norm(left), most = Mx.Maximum(state[4], gain);
        NDArray isBetter = Mx.LogicalAnd(state[3], length < state[2]);
        NDArray goes = Mx.LogicalAnd(isBetter, length > Enough(target, most, x));
        return [Mx.Where(isBetter, x, state[0]), Mx.Where(isBetter, left, state[1]), Mx.Where(isBetter, length, state[2]), goes, most, state[5] + steps];
    }

    private static NDArray Enough(NDArray target, NDArray gain, NDArray x) =>
        Mx.Maximum(target, gain * Vectors.Norm(x) * (Roundings * Matrices.Epsilon(x.DType)));
}
