using Tangent;

namespace Quickstart;

/// <summary>
/// Newton's method without a Hessian: every step solves H·p = -g by conjugate gradients, which need nothing but products of
/// H with vectors, and each of these is one Jacobian-vector product of the gradient.
/// </summary>
internal sealed class NewtonConjugateGradient(Func<NDArray, NDArray> loss)
{
    private const int MostProducts = 60;

    private readonly Func<NDArray, NDArray> value = Mx.Compile(loss);
    private readonly Func<NDArray, NDArray> gradient = Mx.Compile(Mx.Grad(loss));
    private readonly Func<NDArray, NDArray, NDArray> product = Mx.Compile(
        (NDArray point, NDArray direction) => Mx.Jvp(Mx.Grad(loss), point, direction).Tangents);

    /// <summary>One step from a point.</summary>
    public NDArray Step(NDArray point)
    {
        NDArray g = gradient(point);
        NDArray direction = Solve(point, g);
        double slope = Dot(g, direction);
        double before = value(point).Item<float>();
        double length = 1;
        while (value(point + (direction * length)).Item<float>() > before + (1e-4 * length * slope) && length > 1e-6)
            length /= 2;
        return (point + (direction * length)).Eval();
    }

    // Conjugate gradients, stopped when the equation holds well enough or the curvature turns negative.
    private NDArray Solve(NDArray point, NDArray g)
    {
        NDArray solution = Mx.ZerosLike(g);
        NDArray residual = -g;
        NDArray direction = residual;
        double square = Dot(residual, residual);
        double enough = square * Math.Min(0.25, Math.Sqrt(square));
        for (int i = 0; i < MostProducts && square > enough; i++)
        {
            NDArray image = product(point, direction);
            double curvature = Dot(direction, image);
            if (curvature <= 0)
                return i == 0 ? residual : solution;
            double step = square / curvature;
            solution = (solution + (direction * step)).Eval();
            residual = (residual - (image * step)).Eval();
            double next = Dot(residual, residual);
            direction = (residual + (direction * (next / square))).Eval();
            square = next;
        }
        return solution;
    }

    private static double Dot(NDArray x, NDArray y) => Mx.Sum(x * y).Item<float>();
}
