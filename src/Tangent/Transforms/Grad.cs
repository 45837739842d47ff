namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that returns the gradient of a scalar function of one array.</summary>
    /// <param name="function">Must return a floating scalar.</param>
    /// <example><code>
    /// Func&lt;NDArray, NDArray&gt; slope = Mx.Grad(v => Mx.Sum(Mx.Sin(v)));
    /// Console.WriteLine(slope(Mx.Array([0f, 1f]))); // array([1, 0.540302], dtype=float32)
    /// </code></example>
    [Mlx("core.grad")]
    public static Func<NDArray, NDArray> Grad(Func<NDArray, NDArray> function) => x => ValueAndGrad(function)(x).Gradient;

    /// <summary>A function that returns the gradient of a scalar function of a tree, as a tree of the same form.</summary>
    public static Func<TIn, TIn> Grad<TIn>(Func<TIn, NDArray> function) => x => ValueAndGrad(function)(x).Gradient;

    /// <summary>A function that returns the gradient of a scalar function of a tree, and what else the function returns.</summary>
    public static Func<TIn, (TIn Gradient, TAux Aux)> Grad<TIn, TAux>(Func<TIn, (NDArray, TAux)> function) => x =>
    {
        ((_, TAux aux), TIn gradient) = ValueAndGrad(function)(x);
        return (gradient, aux);
    };

    /// <summary>A function that returns the gradient of a scalar function of several arrays in the chosen ones.</summary>
    /// <param name="function">Must return a floating scalar first.</param>
    /// <param name="argnums">Which arguments; negative ones count from the end.</param>
    public static Func<NDArray[], NDArray[]> Grad(Func<NDArray[], NDArray[]> function, params int[] argnums) =>
        x => Gradient.OfScalar("Grad", function, x, Argnums.Normalize("Grad", argnums, x.Length)).Gradients;

    /// <summary>A function that returns the gradient of a scalar function of two arrays in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray> Grad(Func<NDArray, NDArray, NDArray> function, int argnum = 0) =>
        (x, y) => ValueAndGrad(function, argnum)(x, y).Gradient;

    /// <summary>A function that returns the gradient of a scalar function of three arrays in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray, NDArray> Grad(Func<NDArray, NDArray, NDArray, NDArray> function, int argnum = 0) =>
        (x, y, z) => ValueAndGrad(function, argnum)(x, y, z).Gradient;
}
