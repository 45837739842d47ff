namespace Tangent.Optimizers;

/// <summary>
/// Conjugate gradients for H·d = −g that end early: when the equation holds well enough, or where H curves downwards, at what was found so far
/// (Dembo and Steihaug 1983). What comes out always goes downwards.
/// </summary>
internal static class TruncatedSolve
{
    private const int MostProducts = 500;

    /// <summary>The direction for a symmetric linear function.</summary>
    /// <param name="apply">H.</param>
    /// <param name="gradient">g, a vector.</param>
    /// <param name="part">The norm of what may be left, as a part of that of g.</param>
    /// <param name="unknowns">How many there are: twice as many products are enough.</param>
    public static NDArray Of(Func<NDArray, NDArray> apply, NDArray gradient, NDArray part, long unknowns)
    {
        NDArray left = -gradient, square = Vectors.RealDot(left, left), enough = square * Mx.Square(part);
        NDArray limit = Mx.Full(Shape.Scalar, (int)Math.Min(2 * unknowns, MostProducts), DType.Int32);
        return Mx.WhileLoop(
            state => Mx.LogicalAnd(Mx.All(state[4]), state[5] < limit),
            state => Step(apply, enough, state),
            [Mx.ZerosLike(gradient), left, left, square, square > 0, Mx.Zeros(Shape.Scalar, DType.Int32)])[0];
    }

    // State: the solution, what is left, the direction, the square of what is left, whether to go on, the products.
    private static NDArray[] Step(Func<NDArray, NDArray> apply, NDArray enough, NDArray[] state)
    {
        NDArray direction = state[2], image = apply(direction), curvature = Vectors.RealDot(direction, image), isUp = curvature > 0;
        NDArray length = state[3] / Mx.Where(isUp, curvature, 1);
        NDArray left = state[1] - (length * image), square = Vectors.RealDot(left, left);
        NDArray otherwise = Mx.Where(Mx.Equal(state[5], 0), direction, state[0]);
        return
        [
            Mx.Where(isUp, state[0] + (length * direction), otherwise),
            left,
            left + (square / state[3] * direction),
            square,
            Mx.LogicalAnd(isUp, square > enough),
            state[5] + 1,
        ];
    }
}
