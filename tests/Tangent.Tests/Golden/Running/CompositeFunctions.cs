using static Tangent.Tests.Golden.Running.Ops;

namespace Tangent.Tests.Golden.Running;

/// <summary>The composite functions of numbers and vectors in the golden data's README, by the formulas given there.</summary>
public static class CompositeFunctions
{
    [Mlx("transform.f1")]
    public static NDArray F1(NDArray x, NDArray y) => Sin(x) * y + Exp(-x * x);

    [Mlx("transform.poly")]
    public static NDArray Polynomial(NDArray x) => x * x * x - 2 * x * x + x;

    [Mlx("transform.chain")]
    public static NDArray Chain(NDArray x) => Sin(Cos(Tanh(x)));

    [Mlx("transform.rosenbrock")]
    public static NDArray Rosenbrock(NDArray x)
    {
        NDArray head = Part(x, 0, x.Shape[0] - 1), tail = Part(x, 1, x.Shape[0]);
        NDArray valley = tail - head * head, slope = 1 - head;
        return Sum(100 * valley * valley + slope * slope);
    }

    [Mlx("transform.norm")]
    public static NDArray Norm(NDArray x) => Sqrt(Sum(x * x));

    [Mlx("transform.variance")]
    public static NDArray Variance(NDArray x)
    {
        NDArray centred = x - Mean(x, axis: 1, keepdims: true);
        return Mean(centred * centred, axis: 1);
    }

    [Mlx("transform.std_ratio")]
    public static NDArray DeviationRatio(NDArray x, NDArray y)
    {
        NDArray mean = Mean(y);
        return Std(x, axis: 1) / (1 + mean * mean);
    }

    [Mlx("transform.cumsum_mul")]
    public static NDArray CumulativeProduct(NDArray x) => CumSum(x, axis: 0) * x;

    [Mlx("transform.power_xy")]
    public static NDArray PowerOf(NDArray x, NDArray y) => Power(x, y);

    [Mlx("transform.atan2_xy")]
    public static NDArray Angle(NDArray x, NDArray y) => ArcTan2(x, y) * y;

    [Mlx("transform.newton_sqrt")]
    public static NDArray NewtonRoot(NDArray x)
    {
        NDArray y = (x + 1) / 2;
        for (int i = 0; i < 4; i++)
            y = (y + x / y) / 2;
        return y;
    }

    [Mlx("transform.max_rows")]
    public static NDArray MaxOfRows(NDArray x) => Max(x, axis: 1) * Sum(x, axis: 1);

    [Mlx("transform.where_branch")]
    public static NDArray Branch(NDArray x) => Where(Greater(x, 0), x * x, Sin(x));

    [Mlx("transform.clip_mul")]
    public static NDArray Clipped(NDArray x, NDArray y) => Clip(x, -0.5, 0.5) * y;

    [Mlx("transform.inner_grad")]
    public static NDArray InnerGradient(NDArray x) => x * Mx.Grad((NDArray z) => Sum(z * Sin(z)))(x);

    [Mlx("transform.concat_split")]
    public static NDArray ConcatenatedAndShifted(NDArray x, NDArray y)
    {
        NDArray both = Concatenate(x * y, x + y);
        int[] backwards = [.. Enumerable.Range(0, both.Shape[0]).Reverse()];
        NDArray reversed = Take(both, backwards, axis: 0);
        return reversed * Roll(reversed, shift: 1, axis: 0);
    }

    [Mlx("transform.physics")]
    public static NDArray Energy(NDArray p, NDArray v, NDArray q, NDArray k) => 0.5 * Exp(p) * v * v - k * Cos(q);

    [Mlx("transform.trig_id")]
    public static NDArray Trigonometric(NDArray x) => Sin(x) * Sin(x) + Cos(x) * Cos(x) + x * Tan(x);

    [Mlx("transform.hyper")]
    public static NDArray Hyperbolic(NDArray x) => ArcSinh(x) + ArcTanh(0.3 * x) * Cosh(x);

    [Mlx("transform.div_chain")]
    public static NDArray Quotients(NDArray x, NDArray y) => x / y / (1 + x * y);

    [Mlx("transform.two_outputs")]
    public static (NDArray, NDArray) TwoOutputs(NDArray x, NDArray y) => (Sin(x) * y, Sum(x * y));

    [Mlx("transform.scalar")]
    public static NDArray OfScalar(NDArray x) => x * Sin(x) * Exp(-x);

    // The elements from one place up to another along the first axis.
    private static NDArray Part(NDArray x, int from, int to)
    {
        int[] places = [.. Enumerable.Range(from, to - from)];
        return Take(x, places, axis: 0);
    }
}
