namespace Tangent.Optimizers;

/// <summary>
/// L-BFGS (Liu and Nocedal 1989): learns curvature from the gradients of the last steps. The choice for smooth functions of many unknowns.
/// </summary>
/// <example><code>
/// using Tangent.Optimizers;
/// NDArray Rosenbrock(NDArray x) => Mx.Sum(100 * Mx.Square(x[1..] - Mx.Square(x[..^1])) + Mx.Square(1 - x[..^1]));
/// MinimizerState&lt;NDArray&gt; found = new LBfgs().Minimize(Rosenbrock, Mx.Zeros(4, DType.Float64));
/// Console.WriteLine(found.Status);            // Converged
/// Console.WriteLine($"{found.Point:f6}"); // [1.000000, 1.000000, 1.000000, 1.000000]
/// </code></example>
public sealed class LBfgs : Minimizer
{
    private readonly int history;

    /// <summary>L-BFGS.</summary>
    /// <param name="history">How many steps it remembers, at least 1: two vectors each.</param>
    /// <param name="tolerance">The norm of the gradient at which it stops, as a part of that at the start; by default 1e-5 in float32 and 1e-10 in float64.</param>
    /// <param name="maxSteps">The most steps.</param>
    public LBfgs(int history = 10, double? tolerance = null, int maxSteps = 1000) : base(tolerance, maxSteps) =>
        this.history = OptimizerArguments.Positive(nameof(LBfgs), nameof(history), history);

    private protected override Descent Begin(Objective objective, NDArray start) => new Run(objective, start, history);

    private sealed class Run(Objective objective, NDArray start, int history) : GradientDescent(objective, start)
    {
        // Steps, changes of the gradient, and one over the product of both; the last is the newest.
        private readonly List<(NDArray Step, NDArray Change, NDArray Inverse)> pairs = [];
        private NDArray scale = 1;

        protected override (NDArray Direction, double Length) Direction()
        {
            if (pairs.Count == 0)
                return (-Here.Gradient, Math.Min(1, 1 / Here.GradientNorm));
            NDArray direction = -Here.Gradient;
            var parts = new NDArray[pairs.Count];
            for (int i = pairs.Count - 1; i >= 0; i--)
            {
                parts[i] = pairs[i].Inverse * Vectors.RealDot(pairs[i].Step, direction);
                direction -= parts[i] * pairs[i].Change;
            }
            direction *= scale;
            for (int i = 0; i < parts.Length; i++)
                direction += (parts[i] - (pairs[i].Inverse * Vectors.RealDot(pairs[i].Change, direction))) * pairs[i].Step;
            return (direction.Eval(), 1);
        }

        protected override void Moved(Trial from, Trial to)
        {
            NDArray step = to.Point - from.Point, change = to.Gradient - from.Gradient;
            NDArray product = Vectors.RealDot(step, change), square = Vectors.RealDot(change, change), inverse = 1 / product, next = product / square;
            Mx.Eval(step, change, product, square, inverse, next);
            // Without positive curvature along the step the next directions need not go downwards.
            if (!(Objective.Read(product) > Matrices.Epsilon(step.DType) * Objective.Read(square)))
                return;
            if (pairs.Count == history)
                pairs.RemoveAt(0);
            pairs.Add((step, change, inverse));
            scale = next;
        }

        protected override void Forget() => pairs.Clear();
    }
}
