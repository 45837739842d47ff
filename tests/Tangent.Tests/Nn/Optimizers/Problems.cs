namespace Tangent.Tests.Networks;

/// <summary>A model of a decaying oscillation: two arrays, one that may be missing, and a number.</summary>
[Tree]
internal sealed partial record Oscillation(NDArray Height, NDArray Rates, NDArray? Offset, [property: Static] double Frequency)
{
    public NDArray At(NDArray t)
    {
        NDArray y = Height * Mx.Exp(-Rates[0] * t) * Mx.Cos(Frequency * Rates[1] * t);
        return Offset is null ? y : y + Offset;
    }
}

/// <summary>Functions whose minima are known.</summary>
internal static class Problems
{
    public static NDArray Rosenbrock(NDArray x) => Mx.Sum(100 * Mx.Square(x[1..] - Mx.Square(x[..^1])) + Mx.Square(1 - x[..^1]));

    public static NDArray RosenbrockResiduals(NDArray x) => Mx.Concatenate([10 * (x[1..] - Mx.Square(x[..^1])), 1 - x[..^1]]);

    /// <summary>½·xᵀ·A·x − bᵀ·x with eigenvalues from 1 to a condition.</summary>
    public static Func<NDArray, NDArray> Quadratic(int n, double condition, DType dtype)
    {
        NDArray weights = Mx.Exp(Mx.Linspace(0, Math.Log(condition), n, dtype)).Eval();
        return x => 0.5 * Mx.Sum(weights * Mx.Square(x - 1));
    }
}
