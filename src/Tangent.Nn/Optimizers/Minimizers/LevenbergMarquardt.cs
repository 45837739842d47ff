namespace Tangent.Optimizers;

/// <summary>
/// Levenberg and Marquardt's method for sums of squares: between Gauss and Newton's steps and short ones down the gradient, by a damping that
/// follows how well the last step was foretold (Nielsen 1999). Where the Jacobian is made, steps do not depend on the units of the unknowns (Moré 1978).
/// </summary>
/// <example><code>
/// using Tangent.Optimizers;
/// NDArray t = Mx.Linspace(0, 4, 50, DType.Float64), measured = 3 * Mx.Exp(-0.5 * t);
/// var fit = new LevenbergMarquardt().Minimize(
///     ((NDArray Height, NDArray Rate) p) => p.Height * Mx.Exp(-p.Rate * t) - measured, (Height: Mx.Array(1.0, DType.Float64), Rate: Mx.Array(2.0, DType.Float64)));
/// Console.WriteLine($"{fit.Point.Height:f4} {fit.Point.Rate:f4}"); // 3.0000 0.5000
/// </code></example>
public sealed class LevenbergMarquardt : LeastSquaresMinimizer
{
    private readonly double damping;

    /// <summary>Levenberg and Marquardt's method.</summary>
    /// <param name="damping">The damping at the start, above 0, as a part of the largest curvature: larger for shorter first steps.</param>
    /// <param name="tolerance">The norm of the gradient at which it stops, as a part of that at the start; by default 1e-5 in float32 and 1e-10 in float64.</param>
    /// <param name="maxSteps">The most steps.</param>
    public LevenbergMarquardt(double damping = 1e-3, double? tolerance = null, int maxSteps = 200) : base(tolerance, maxSteps) =>
        this.damping = OptimizerArguments.Positive(nameof(LevenbergMarquardt), nameof(damping), damping);

    private protected override Descent Begin(Residuals residuals, NDArray start) => new Run(residuals, start, damping);

    private sealed class Run(Residuals residuals, NDArray start, double initial) : LeastSquaresDescent(residuals, start)
    {
        private const int MostTrials = 40;
        private double damping = initial, growth = 2;
        private NDArray? scale;
        private double? curvature;

        protected override bool Move()
        {
            (NDArray Residuals, NDArray Jacobian)? linear = Residuals.IsDense ? Residuals.Jacobian(Point) : null;
            if (linear is { } made)
            {
                NDArray norms = Mx.Sqrt(Mx.Sum(Mx.Square(made.Jacobian), 0));
                scale = scale is null ? Mx.Where(norms > 0, norms, 1).Eval() : Mx.Maximum(scale, norms).Eval();
            }
            for (int i = 0; i < MostTrials; i++)
                if (Try(linear))
                    return true;
            return false;
        }

        private bool Try((NDArray Residuals, NDArray Jacobian)? linear)
        {
            (NDArray step, double promised) = linear is { } made ? Dense(made.Residuals, made.Jacobian) : Products();
            NDArray next = (Point + step).Eval();
            double fall = Value - Residuals.Value(next);
            if (double.IsFinite(fall) && fall >= 1e-4 * promised - Rounding)
            {
                double quality = promised > 0 ? fall / promised : 1;
                damping *= Math.Max(1.0 / 3, 1 - Math.Pow((2 * quality) - 1, 3));
                growth = 2;
                Go(next);
                return true;
            }
            damping *= growth;
            growth *= 2;
            return false;
        }

        // The shortest d of J·d + r and √damping·D·d together, by the orthogonal factor of both: the matrix JᵀJ would have the square of J's condition.
        private (NDArray Step, double Promised) Dense(NDArray r, NDArray jacobian)
        {
            NDArray weights = Math.Sqrt(damping) * scale!;
            NDArray both = Mx.Concatenate([jacobian, Mx.Diag(weights)]), right = Mx.Concatenate([-r, Mx.ZerosLike(weights)]);
            (NDArray q, NDArray upper) = Mx.Linalg.Qr(both);
            NDArray step = Mx.Linalg.SolveTriangular(upper, Mx.MatMul(Mx.Transpose(q), right), upper: true);
            NDArray fall = (0.5 * Mx.Sum(Mx.Square(Mx.MatMul(jacobian, step)))) + Mx.Sum(Mx.Square(weights * step));
            return (step, Objective.Read(fall));
        }

        private (NDArray Step, double Promised) Products()
        {
            double unit = curvature ??= Residuals.Curvature(Point, Gradient);
            NDArray step = Residuals.Direction(Point, Gradient, Part, damping * unit);
            // Of a step that solves its equations, half of what the gradient says, and half of what the damping took.
            double slope = -Objective.Read(Vectors.RealDot(Gradient, step)), square = Objective.Read(Vectors.RealDot(step, step));
            return (step, 0.5 * (slope + (damping * unit * square)));
        }

    }
}
