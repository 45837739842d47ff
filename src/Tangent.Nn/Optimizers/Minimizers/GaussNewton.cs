namespace Tangent.Optimizers;

/// <summary>
/// Gauss and Newton's method for sums of squares: each step solves the linear problem in the residuals' tangents, and is halved until the sum gets
/// smaller. Fast where residuals are small or nearly linear; <see cref="LevenbergMarquardt"/> is safer far from the minimum.
/// </summary>
public sealed class GaussNewton : LeastSquaresMinimizer
{
    /// <summary>Gauss and Newton's method.</summary>
    /// <param name="tolerance">The norm of the gradient at which it stops, as a part of that at the start; by default 1e-5 in float32 and 1e-10 in float64.</param>
    /// <param name="maxSteps">The most steps.</param>
    public GaussNewton(double? tolerance = null, int maxSteps = 100) : base(tolerance, maxSteps)
    {
    }

    private protected override Descent Begin(Residuals residuals, NDArray start) => new Run(residuals, start);

    private sealed class Run(Residuals residuals, NDArray start) : LeastSquaresDescent(residuals, start)
    {
        private const int Halvings = 40;
        private const double Fall = 1e-4;

        protected override bool Move() => MoveAlong(Direction()) || MoveAlong(-Gradient / GradientNorm);

        private NDArray Direction()
        {
            if (!Residuals.IsDense)
                return Residuals.Direction(Point, Gradient, Part, damping: 0);
            (NDArray r, NDArray jacobian) = Residuals.Jacobian(Point);
            // The shortest solution: where unknowns do not count, they stay.
            return -Mx.MatMul(Mx.Linalg.PInv(jacobian), r);
        }

        private bool MoveAlong(NDArray direction)
        {
            double slope = Objective.Read(Vectors.RealDot(Gradient, direction)), length = 1;
            for (int i = 0; slope < 0 && i < Halvings; i++, length /= 2)
            {
                NDArray next = (Point + (length * direction)).Eval();
                if (!(Residuals.Value(next) <= Value + (Fall * length * slope) + Rounding))
                    continue;
                Go(next);
                return true;
            }
            return false;
        }
    }
}
