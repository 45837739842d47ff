using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The same function of one array with rules of the user's own, each optional; without one the function's operations give it.</summary>
    /// <param name="function">A function of one array.</param>
    /// <param name="jvp">From the primal and its tangent the tangent of the output.</param>
    /// <param name="vjp">From the primal, the cotangent and the output the cotangent of the primal.</param>
    /// <param name="vmap">From the batch and the axis of its examples the output and the axis of its own.</param>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> CustomFunction(
        Func<NDArray, NDArray> function,
        Func<NDArray, NDArray, NDArray>? jvp = null,
        Func<NDArray, NDArray, NDArray, NDArray>? vjp = null,
        Func<NDArray, int?, (NDArray Output, int? Axis)>? vmap = null)
    {
        Func<NDArray[], NDArray[]> custom = CustomFunction(
            x => Jacobian.One(function(x[0])),
            jvp is null ? null : (x, dx) => Jacobian.One(jvp(x[0], dx[0])),
            vjp is null ? null : (x, ct, y) => Jacobian.One(vjp(x[0], ct[0], y[0])),
            vmap is null ? null : (x, axes) => vmap(x[0], axes[0]) is var (y, axis) ? ([y], [axis]) : default);
        return x => custom([x])[0];
    }

    /// <summary>The same function of two arrays with rules of the user's own, each optional; without one the function's operations give it.</summary>
    /// <param name="function">A function of two arrays.</param>
    /// <param name="jvp">From the primals and their tangents (zeros for none) the tangent of the output.</param>
    /// <param name="vjp">From the primals, the cotangent and the output the cotangents of the primals.</param>
    public static Func<NDArray, NDArray, NDArray> CustomFunction(
        Func<NDArray, NDArray, NDArray> function,
        Func<NDArray, NDArray, NDArray, NDArray, NDArray>? jvp = null,
        Func<NDArray, NDArray, NDArray, NDArray, (NDArray, NDArray)>? vjp = null)
    {
        Func<NDArray[], NDArray[]> custom = CustomFunction(
            x => Jacobian.One(function(x[0], x[1])),
            jvp is null ? null : (x, dx) => Jacobian.One(jvp(x[0], x[1], dx[0], dx[1])),
            vjp is null ? null : (x, ct, y) => vjp(x[0], x[1], ct[0], y[0]) is var (ctx, cty) ? [ctx, cty] : []);
        return (x, y) => custom([x, y])[0];
    }

    /// <summary>The same function of a tree with rules of the user's own, each optional; without one the function's operations give it.</summary>
    /// <param name="function">A function of a tree that returns another.</param>
    /// <param name="jvp">From the primals and a tree of tangents (zeros for none) the tangents of the output.</param>
    /// <param name="vjp">From the primals, the cotangents (zeros for none) and the output the cotangents of the primals.</param>
    public static Func<TIn, TOut> CustomFunction<TIn, TOut>(
        Func<TIn, TOut> function, Func<TIn, TIn, TOut>? jvp = null, Func<TIn, TOut, TOut, TIn>? vjp = null) => x =>
    {
        var leaves = new TreeFunction<TIn, TOut>("CustomFunction", function, x);
        Func<NDArray[], NDArray[]> custom = CustomFunction(
            leaves.Call,
            jvp is null ? null : (v, dv) => Tree.Arrays("CustomFunction", TreeRole.Result, jvp(Tree.Rebuild(x, v), Tree.Rebuild(x, dv))),
            vjp is null ? null : (v, ct, y) => Tree.Arrays("CustomFunction", TreeRole.Result, vjp(Tree.Rebuild(x, v), leaves.Result(ct), leaves.Result(y))));
        return leaves.Result(custom(Tree.Arrays("CustomFunction", TreeRole.Argument, x)));
    };
}
