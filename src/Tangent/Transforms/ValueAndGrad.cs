using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that returns the value and the gradient of a scalar function of one array.</summary>
    /// <param name="function">Must return a floating scalar.</param>
    [Mlx("core.value_and_grad")]
    [OverloadResolutionPriority(1)]
    public static Func<NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray> function) => ValueAndGrad<NDArray>(function);

    /// <summary>A function that returns the value and the gradient of a scalar function of a tree; the gradient is a tree of the same form, with zeros for integers and buffers.</summary>
    public static Func<TIn, (NDArray Value, TIn Gradient)> ValueAndGrad<TIn>(Func<TIn, NDArray> function) => x => TreeGradient.Of("ValueAndGrad", function, x);

    /// <summary>A function that returns the value, what else the function returns, and the gradient of the value.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<TIn, ((NDArray Value, TAux Aux) Value, TIn Gradient)> ValueAndGrad<TIn, TAux>(Func<TIn, (NDArray, TAux)> function) => x => TreeGradient.WithAux("ValueAndGrad", function, x);

    /// <summary>A function that returns the value of a scalar function of several arrays and its gradient in the chosen ones.</summary>
    /// <param name="function">Must return a floating scalar first; further results are passed on.</param>
    /// <param name="argnums">Which arguments; negative ones count from the end.</param>
    public static Func<NDArray[], (NDArray[] Value, NDArray[] Gradient)> ValueAndGrad(Func<NDArray[], NDArray[]> function, params int[] argnums) =>
        x => Gradient.OfScalar("ValueAndGrad", function, x, Argnums.Normalize("ValueAndGrad", argnums, x.Length));

    /// <summary>A function that returns the value of a scalar function of two arrays and its gradient in one of them.</summary>
    public static Func<NDArray, NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y) =>
    {
        (NDArray[] value, NDArray[] gradient) = ValueAndGrad(v => Jacobian.One(function(v[0], v[1])), argnum)([x, y]);
        return (value[0], gradient[0]);
    };

    /// <summary>A function that returns the value of a scalar function of three arrays and its gradient in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y, z) =>
    {
        (NDArray[] value, NDArray[] gradient) = ValueAndGrad(v => Jacobian.One(function(v[0], v[1], v[2])), argnum)([x, y, z]);
        return (value[0], gradient[0]);
    };

    /// <summary>A function that returns the value of a scalar function of four arrays and its gradient in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray, NDArray, (NDArray Value, NDArray Gradient)> ValueAndGrad(Func<NDArray, NDArray, NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y, z, w) =>
    {
        (NDArray[] value, NDArray[] gradient) = ValueAndGrad(v => Jacobian.One(function(v[0], v[1], v[2], v[3])), argnum)([x, y, z, w]);
        return (value[0], gradient[0]);
    };

    /// <summary>A function that returns the value of a scalar function of two trees and its gradient in the first; the other argument is data.</summary>
    public static Func<T1, T2, (NDArray Value, T1 Gradient)> ValueAndGrad<T1, T2>(Func<T1, T2, NDArray> function) => (x, a) => TreeGradient.Of<T1>("ValueAndGrad", v => function(v, a), x);

    /// <summary>A function that returns the value of a function of two trees, what else it returns, and the gradient of the value in the first; the other argument is data.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<T1, T2, ((NDArray Value, TAux Aux) Value, T1 Gradient)> ValueAndGrad<T1, T2, TAux>(Func<T1, T2, (NDArray, TAux)> function) => (x, a) => TreeGradient.WithAux<T1, TAux>("ValueAndGrad", v => function(v, a), x);

    /// <summary>A function that returns the value of a scalar function of three trees and its gradient in the first; the other arguments are data.</summary>
    public static Func<T1, T2, T3, (NDArray Value, T1 Gradient)> ValueAndGrad<T1, T2, T3>(Func<T1, T2, T3, NDArray> function) => (x, a, b) => TreeGradient.Of<T1>("ValueAndGrad", v => function(v, a, b), x);

    /// <summary>A function that returns the value of a function of three trees, what else it returns, and the gradient of the value in the first; the other arguments are data.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<T1, T2, T3, ((NDArray Value, TAux Aux) Value, T1 Gradient)> ValueAndGrad<T1, T2, T3, TAux>(Func<T1, T2, T3, (NDArray, TAux)> function) => (x, a, b) => TreeGradient.WithAux<T1, TAux>("ValueAndGrad", v => function(v, a, b), x);

    /// <summary>A function that returns the value of a scalar function of four trees and its gradient in the first; the other arguments are data.</summary>
    public static Func<T1, T2, T3, T4, (NDArray Value, T1 Gradient)> ValueAndGrad<T1, T2, T3, T4>(Func<T1, T2, T3, T4, NDArray> function) => (x, a, b, c) => TreeGradient.Of<T1>("ValueAndGrad", v => function(v, a, b, c), x);

    /// <summary>A function that returns the value of a function of four trees, what else it returns, and the gradient of the value in the first; the other arguments are data.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<T1, T2, T3, T4, ((NDArray Value, TAux Aux) Value, T1 Gradient)> ValueAndGrad<T1, T2, T3, T4, TAux>(Func<T1, T2, T3, T4, (NDArray, TAux)> function) => (x, a, b, c) => TreeGradient.WithAux<T1, TAux>("ValueAndGrad", v => function(v, a, b, c), x);
}
