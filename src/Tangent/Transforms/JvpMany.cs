using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The outputs of a function at a point and their Jacobian-vector products for many tangents, which go through its graph together: the function
    /// runs once, and what depends on the point alone is computed once.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">For each primal the tangents, of its type and shape, stacked along a new axis 0; null for a primal that does not move, and for every primal that is not floating or complex.</param>
    /// <returns>The outputs; for each its tangents, stacked along a new axis 0.</returns>
    /// <exception cref="ArgumentException">There is no tangent, they do not fit the primals, or their numbers differ.</exception>
    public static (NDArray[] Outputs, NDArray[] Tangents) JvpMany(Func<NDArray[], NDArray[]> function, NDArray[] primals, NDArray?[] tangents)
    {
        ArgumentNullException.ThrowIfNull(function);
        Operands.Require(primals);
        ArgumentNullException.ThrowIfNull(tangents);
        NDArray?[] dx = TangentCheck.FitMany("JvpMany", primals, tangents);
        using Trace trace = Tangent.Trace.Open("JvpMany");
        NDArray[] x = Alias.Of(LiteralArguments.Exact(primals), trace);
        NDArray[] y = FunctionResults.Of("JvpMany", LiteralArguments.Seeing(function, primals)(NDArray.Share(x)));
        return (NDArray.Share(y), NDArray.Share(Jacobian.Push("JvpMany", x, dx, y, _ => 0)));
    }

    /// <summary>The output of a function at a point and its Jacobian-vector products for many tangents.</summary>
    /// <param name="function">A function of one array.</param>
    /// <param name="primal">The point.</param>
    /// <param name="tangents">The tangents, stacked along a new axis 0.</param>
    /// <returns>The output; its tangents, stacked along a new axis 0.</returns>
    /// <example><code>
    /// NDArray x = Mx.Array([1f, 2f]), directions = Mx.Array([[1f, 0f], [0f, 1f], [1f, 1f]]);
    /// (NDArray y, NDArray dy) = Mx.JvpMany(v => Mx.Prod(v), x, directions);
    /// Console.WriteLine(dy); // array([2, 1, 3], dtype=float32)
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static (NDArray Output, NDArray Tangents) JvpMany(Func<NDArray, NDArray> function, NDArray primal, NDArray tangents)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(primal);
        ArgumentNullException.ThrowIfNull(tangents);
        (NDArray[] y, NDArray[] dy) = JvpMany(x => Jacobian.One(function(x[0])), [primal], [tangents]);
        return (y[0], dy[0]);
    }

    /// <summary>The output of a function of a tree at a point and its Jacobian-vector products for many tangents.</summary>
    /// <param name="function">A function of a tree that returns another.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">A tree of the same form, whose arrays are stacks along a new axis 0; null for a part that does not move.</param>
    /// <returns>The output; a tree of its form whose arrays are stacks along a new axis 0.</returns>
    public static (TOut Outputs, TOut Tangents) JvpMany<TIn, TOut>(Func<TIn, TOut> function, TIn primals, TIn? tangents)
    {
        ArgumentNullException.ThrowIfNull(function);
        var leaves = new TreeFunction<TIn, TOut>("JvpMany", function, primals);
        NDArray[] x = new TreePoint<TIn>("JvpMany", primals).Arrays;
        (NDArray[] y, NDArray[] dy) = JvpMany(leaves.Call, x, new TreeMatch("JvpMany", "tangent", "primal").ReadAll(primals, tangents));
        return (leaves.Result(y), leaves.Result(dy));
    }
}
