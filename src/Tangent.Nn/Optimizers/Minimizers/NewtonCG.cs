namespace Tangent.Optimizers;

/// <summary>
/// Newton's method without a Hessian: each step solves its equations by conjugate gradients, whose products are derivatives of the gradient along
/// directions, only as well as is worth it so far from the minimum. Where the function curves downwards it goes that way.
/// </summary>
public sealed class NewtonCG : Minimizer
{
    /// <summary>Newton's method by conjugate gradients.</summary>
    /// <param name="tolerance">The norm of the gradient at which it stops, as a part of that at the start; by default 1e-5 in float32 and 1e-10 in float64.</param>
    /// <param name="maxSteps">The most steps.</param>
    public NewtonCG(double? tolerance = null, int maxSteps = 200) : base(tolerance, maxSteps)
    {
    }

    private protected override Descent Begin(Objective objective, NDArray start) => new Run(objective, start);

    private sealed class Run(Objective objective, NDArray start) : GradientDescent(objective, start)
    {
        private readonly Objective objective = objective;
        private double first = double.NaN;

        protected override (NDArray Direction, double Length) Direction()
        {
            first = double.IsNaN(first) ? Here.GradientNorm : first;
            return (objective.NewtonDirection(Here.Point, Here.Gradient, Math.Min(0.25, Math.Sqrt(Here.GradientNorm / first))).Eval(), 1);
        }
    }
}
