using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>A function that returns the gradient of a scalar function of one array.</summary>
    /// <param name="function">Must return a floating scalar.</param>
    [Mlx("core.grad")]
    [OverloadResolutionPriority(1)]
    public static Func<NDArray, NDArray> Grad(Func<NDArray, NDArray> function) => Grad<NDArray>(function);

    /// <summary>A function that returns the gradient of a scalar function of a tree, as a tree of the same form, with zeros for integers and buffers.</summary>
    public static Func<TIn, TIn> Grad<TIn>(Func<TIn, NDArray> function) => x => TreeGradient.Of("Grad", function, x).Gradient;

    /// <summary>A function that returns the gradient of a scalar function of a tree, and what else the function returns.</summary>
    public static Func<TIn, (TIn Gradient, TAux Aux)> Grad<TIn, TAux>(Func<TIn, (NDArray, TAux)> function) => x =>
    {
        ((_, TAux aux), TIn gradient) = TreeGradient.WithAux("Grad", function, x);
        return (gradient, aux);
    };

    /// <summary>A function that returns the gradient of a scalar function of several arrays in the chosen ones.</summary>
    /// <param name="function">Must return a floating scalar first.</param>
    /// <param name="argnums">Which arguments; negative ones count from the end.</param>
    public static Func<NDArray[], NDArray[]> Grad(Func<NDArray[], NDArray[]> function, params int[] argnums) =>
        x => Gradient.OfScalar("Grad", function, x, Argnums.Normalize("Grad", argnums, x.Length)).Gradients;

    /// <summary>A function that returns the gradient of a scalar function of two arrays in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray> Grad(Func<NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y) => Grad(v => Jacobian.One(function(v[0], v[1])), argnum)([x, y])[0];

    /// <summary>A function that returns the gradient of a scalar function of three arrays in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray, NDArray> Grad(Func<NDArray, NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y, z) => Grad(v => Jacobian.One(function(v[0], v[1], v[2])), argnum)([x, y, z])[0];

    /// <summary>A function that returns the gradient of a scalar function of four arrays in one of them.</summary>
    public static Func<NDArray, NDArray, NDArray, NDArray, NDArray> Grad(Func<NDArray, NDArray, NDArray, NDArray, NDArray> function, int argnum = 0) => (x, y, z, w) => Grad(v => Jacobian.One(function(v[0], v[1], v[2], v[3])), argnum)([x, y, z, w])[0];

    /// <summary>A function that returns the gradient of a scalar function of two trees in the first, as a tree of its form; the other argument is data.</summary>
    public static Func<T1, T2, T1> Grad<T1, T2>(Func<T1, T2, NDArray> function) => (x, a) => TreeGradient.Of<T1>("Grad", v => function(v, a), x).Gradient;

    /// <summary>A function that returns the gradient of a function of two trees in the first, and what else the function returns; the other argument is data.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<T1, T2, (T1 Gradient, TAux Aux)> Grad<T1, T2, TAux>(Func<T1, T2, (NDArray, TAux)> function) => (x, a) =>
    {
        ((_, TAux aux), T1 gradient) = TreeGradient.WithAux<T1, TAux>("Grad", v => function(v, a), x);
        return (gradient, aux);
    };

    /// <summary>A function that returns the gradient of a scalar function of three trees in the first, as a tree of its form; the other arguments are data.</summary>
    public static Func<T1, T2, T3, T1> Grad<T1, T2, T3>(Func<T1, T2, T3, NDArray> function) => (x, a, b) => TreeGradient.Of<T1>("Grad", v => function(v, a, b), x).Gradient;

    /// <summary>A function that returns the gradient of a function of three trees in the first, and what else the function returns; the other arguments are data.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<T1, T2, T3, (T1 Gradient, TAux Aux)> Grad<T1, T2, T3, TAux>(Func<T1, T2, T3, (NDArray, TAux)> function) => (x, a, b) =>
    {
        ((_, TAux aux), T1 gradient) = TreeGradient.WithAux<T1, TAux>("Grad", v => function(v, a, b), x);
        return (gradient, aux);
    };

    /// <summary>A function that returns the gradient of a scalar function of four trees in the first, as a tree of its form; the other arguments are data.</summary>
    public static Func<T1, T2, T3, T4, T1> Grad<T1, T2, T3, T4>(Func<T1, T2, T3, T4, NDArray> function) => (x, a, b, c) => TreeGradient.Of<T1>("Grad", v => function(v, a, b, c), x).Gradient;

    /// <summary>A function that returns the gradient of a function of four trees in the first, and what else the function returns; the other arguments are data.</summary>
    /// <param name="function">Returns a floating scalar and anything else.</param>
    public static Func<T1, T2, T3, T4, (T1 Gradient, TAux Aux)> Grad<T1, T2, T3, T4, TAux>(Func<T1, T2, T3, T4, (NDArray, TAux)> function) => (x, a, b, c) =>
    {
        ((_, TAux aux), T1 gradient) = TreeGradient.WithAux<T1, TAux>("Grad", v => function(v, a, b, c), x);
        return (gradient, aux);
    };
}
