namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that returns the value and the gradient of a scalar function of one array.</summary>
    /// <param name="function">Must return a floating scalar.</param>
    /// <example><code>
    /// (NDArray value, NDArray gradient) = Mx.ValueAndGrad(v => Mx.Sum(v * v))(Mx.Array([1f, 2f]));
    /// Console.WriteLine($"{value:f1} {gradient:f1}"); // 5.0 [2.0, 4.0]
    /// </code></example>
    [Mlx("core.value_and_grad")]
    public static Func<NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray> function) => ValueAndGrad<NDArray>(function);

    /// <summary>A function that returns the value and the gradient of a scalar function of a tree; the gradient is a tree of the same form.</summary>
    public static Func<TIn, (NDArray Value, TIn Gradient)> ValueAndGrad<TIn>(Func<TIn, NDArray> function) => x =>
    {
        var leaves = new TreeFunction<TIn, NDArray>(function, x);
        NDArray[] arguments = TreePoint.Arrays("ValueAndGrad", x);
        (NDArray[] y, NDArray[] gradient) = Gradient.OfScalar("ValueAndGrad", leaves.Call, arguments, Argnums.All(arguments.Length));
        return (y[0], Tree.Rebuild(x, gradient));
    };

    /// <summary>A function that returns the value, what else the function returns, and the gradient of the value.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<TIn, ((NDArray Value, TAux Aux) Value, TIn Gradient)> ValueAndGrad<TIn, TAux>(Func<TIn, (NDArray, TAux)> function) => x =>
    {
        TAux? aux = default;
        NDArray[] arguments = TreePoint.Arrays("ValueAndGrad", x);
        (NDArray[] y, NDArray[] gradient) = Gradient.OfScalar("ValueAndGrad", Body, arguments, Argnums.All(arguments.Length));
        return ((y[0], aux!), Tree.Rebuild(x, gradient));

        NDArray[] Body(NDArray[] inputs)
        {
            (NDArray value, aux) = function(Tree.Rebuild(x, inputs));
            return [value];
        }
    };

    /// <summary>A function that returns the value of a scalar function of several arrays and its gradient in the chosen ones.</summary>
    /// <param name="function">Must return a floating scalar first; further results are passed on.</param>
    /// <param name="argnums">Which arguments; negative ones count from the end.</param>
    public static Func<NDArray[], (NDArray[] Value, NDArray[] Gradient)> ValueAndGrad(Func<NDArray[], NDArray[]> function, params int[] argnums) =>
        x => Gradient.OfScalar("ValueAndGrad", function, x, Argnums.Normalize("ValueAndGrad", argnums, x.Length));

    /// <summary>A function that returns the value of a scalar function of two arrays and its gradient in one of them.</summary>
    public static Func<NDArray, NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y) =>
    {
        (NDArray[] value, NDArray[] gradient) = ValueAndGrad(v => [function(v[0], v[1])], argnum)([x, y]);
        return (value[0], gradient[0]);
    };

    /// <summary>A function that returns the value of a scalar function of three arrays and its gradient in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y, z) =>
    {
        (NDArray[] value, NDArray[] gradient) = ValueAndGrad(v => [function(v[0], v[1], v[2])], argnum)([x, y, z]);
        return (value[0], gradient[0]);
    };
}
