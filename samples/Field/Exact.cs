using Tangent;

namespace Field;

/// <summary>
/// The exact solution, by Cole and Hopf's transformation: u is a quotient of two integrals against a Gaussian, here sums at the places of
/// Gauss and Hermite's rule, which are the eigenvalues of a matrix (Golub and Welsch 1969).
/// </summary>
internal static class Exact
{
    private const int Places = 80;

    private static readonly Lazy<(NDArray Places, NDArray Weights)> Rule = new(Hermite);

    /// <summary>u at places and times [n], times above 0.</summary>
    public static NDArray At(NDArray x, NDArray t, double viscosity)
    {
        (NDArray z, NDArray weights) = Rule.Value;
        NDArray y = Mx.ExpandDims(x, 1) - (2 * Mx.Sqrt(viscosity * Mx.ExpandDims(t, 1)) * z);
        NDArray power = -Mx.Cos(Math.PI * y) / (2 * Math.PI * viscosity);
        NDArray heat = weights * Mx.Exp(power - Mx.Max(power, 1, keepdims: true));
        return -Mx.Sum(Mx.Sin(Math.PI * y) * heat, 1) / Mx.Sum(heat, 1);
    }

    private static (NDArray Places, NDArray Weights) Hermite()
    {
        NDArray beside = Mx.Diag(Mx.Sqrt(Mx.Arange(1.0, Places, 1, DType.Float64) / 2), 1);
        (NDArray places, NDArray vectors) = Mx.Linalg.Eigh(beside + Mx.Transpose(beside));
        return (places, Mx.Square(vectors[0]));
    }
}
