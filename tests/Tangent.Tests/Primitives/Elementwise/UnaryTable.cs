namespace Tangent.Tests.Primitives.Elementwise;

/// <summary>The smooth functions of one array: what they compute, and points inside their domain away from kinks.</summary>
internal static class UnaryTable
{
    public sealed record Row(Func<NDArray, NDArray> Function, Func<double, double> Reference, double[] Points)
    {
        /// <summary>Null where there is no such function of complex numbers.</summary>
        public (double Real, double Imaginary)[]? ComplexPoints { get; init; } = [(0.4, 0.3), (-0.6, 0.5), (-0.5, -0.7), (1.3, -0.4)];
    }

    public static readonly Dictionary<string, Row> Rows = new()
    {
        ["Abs"] = new(Mx.Abs, Math.Abs, [-1.5, -0.2, 0.3, 2]),
        ["ArcCos"] = new(Mx.ArcCos, Math.Acos, [-0.7, -0.1, 0.2, 0.8]),
        ["ArcCosh"] = new(Mx.ArcCosh, Math.Acosh, [1.1, 1.7, 3, 20]),
        ["ArcSin"] = new(Mx.ArcSin, Math.Asin, [-0.7, -0.1, 0.2, 0.8]),
        ["ArcSinh"] = new(Mx.ArcSinh, Math.Asinh, [-3, -0.2, 0.4, 5]),
        ["ArcTan"] = new(Mx.ArcTan, Math.Atan, [-3, -0.2, 0.4, 5]),
        ["ArcTanh"] = new(Mx.ArcTanh, Math.Atanh, [-0.7, -0.1, 0.2, 0.8]),
        ["Cos"] = new(Mx.Cos, Math.Cos, [-3, -0.2, 0.4, 5]),
        ["Cosh"] = new(Mx.Cosh, Math.Cosh, [-2, -0.2, 0.4, 1]),
        ["Degrees"] = new(Mx.Degrees, x => x * 180 / Math.PI, [-3, -0.2, 0.4, 5]),
        ["Erf"] = new(Mx.Erf, Erf, [-1.7, -0.2, 0.4, 2]) { ComplexPoints = null },
        ["ErfInv"] = new(Mx.ErfInv, InverseErf, [-0.6, -0.2, 0.4, 0.7]) { ComplexPoints = null },
        ["Exp"] = new(Mx.Exp, Math.Exp, [-2, -0.2, 0.4, 1]),
        ["Expm1"] = new(Mx.Expm1, x => Math.Exp(x) - 1, [-2, -0.2, 0.4, 1]),
        ["Log"] = new(Mx.Log, Math.Log, [0.2, 0.9, 3, 20]),
        ["Log10"] = new(Mx.Log10, Math.Log10, [0.2, 0.9, 3, 20]),
        ["Log1p"] = new(Mx.Log1p, x => Math.Log(1 + x), [-0.7, 0.9, 3, 20]),
        ["Log2"] = new(Mx.Log2, Math.Log2, [0.2, 0.9, 3, 20]),
        ["Negative"] = new(Mx.Negative, x => -x, [-3, -0.2, 0.4, 5]),
        ["Positive"] = new(Mx.Positive, x => x, [-3, -0.2, 0.4, 5]),
        ["Radians"] = new(Mx.Radians, x => x * Math.PI / 180, [-3, -0.2, 0.4, 5]),
        ["Reciprocal"] = new(Mx.Reciprocal, x => 1 / x, [-3, -0.5, 0.4, 5]),
        ["Rsqrt"] = new(Mx.Rsqrt, x => 1 / Math.Sqrt(x), [0.2, 0.9, 3, 20]),
        ["Sigmoid"] = new(Mx.Sigmoid, x => 1 / (1 + Math.Exp(-x)), [-3, -0.2, 0.4, 5]),
        ["Sign"] = new(Mx.Sign, x => Math.Sign(x), [-3, -0.2, 0.4, 5]),
        ["Sin"] = new(Mx.Sin, Math.Sin, [-3, -0.2, 0.4, 5]),
        ["Sinh"] = new(Mx.Sinh, Math.Sinh, [-2, -0.2, 0.4, 1]),
        ["Sqrt"] = new(Mx.Sqrt, Math.Sqrt, [0.2, 0.9, 3, 20]),
        ["Square"] = new(Mx.Square, x => x * x, [-3, -0.2, 0.4, 5]),
        ["Tan"] = new(Mx.Tan, Math.Tan, [-1, -0.2, 0.4, 1]),
        ["Tanh"] = new(Mx.Tanh, Math.Tanh, [-2, -0.2, 0.4, 1]),
    };

    // The Maclaurin series, whose terms fall below 1e-16 after fifty for |x| up to 2.
    private static double Erf(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; n < 60; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    // Newton's method, which converges quadratically from 0 for |x| up to 0.8.
    private static double InverseErf(double x)
    {
        double y = 0;
        for (int i = 0; i < 20; i++)
            y -= (Erf(y) - x) * Math.Sqrt(Math.PI) / 2 * Math.Exp(y * y);
        return y;
    }
}
