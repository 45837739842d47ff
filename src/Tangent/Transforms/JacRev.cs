using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The Jacobian by reverse mode, one cotangent for each element of the result, all at once: best where those are few.</summary>
    /// <param name="function">A function of one array with a real result; in a complex argument each row is a gradient, as <c>Grad</c> gives it.</param>
    /// <returns>A function of the point; its result has the output's shape followed by the argument's, and the argument's type.</returns>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray, NDArray> JacRev(Func<NDArray, NDArray> function) => x => Jacobian.Reverse("JacRev", v => Jacobian.One(function(v[0])), [x], [0]).J[0][0];

    /// <summary>The Jacobians of one array in all arrays of a tree by reverse mode, as a tree of the argument's form.</summary>
    public static Func<TIn, TIn> JacRev<TIn>(Func<TIn, NDArray> function) => x => TreeJacobian.InAll("JacRev", Jacobian.Reverse, function, x);

    /// <summary>The Jacobians of all arrays of a tree in one array by reverse mode, as a tree of the result's form.</summary>
    public static Func<NDArray, TOut> JacRev<TOut>(Func<NDArray, TOut> function) => x =>
    {
        var leaves = new TreeFunction<NDArray, TOut>("JacRev", function, x);
        return leaves.Result([.. Jacobian.Reverse("JacRev", leaves.Call, [x], [0]).J.Select(row => row[0])]);
    };

    /// <summary>The Jacobian of a function of two arrays in one of them by reverse mode.</summary>
    public static Func<NDArray, NDArray, NDArray> JacRev(Func<NDArray, NDArray, NDArray> function, int argnum = 0) =>
        (x, y) => JacRev(v => Jacobian.One(function(v[0], v[1])), argnum)([x, y])[0][0];

    /// <summary>The Jacobians of several outputs in the chosen arguments by reverse mode.</summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="argnums">Which arguments; the first if none is named; negative ones count from the end.</param>
    /// <returns>A function of the point; entry [i][k] is the Jacobian of output i in the k-th chosen argument.</returns>
    public static Func<NDArray[], NDArray[][]> JacRev(Func<NDArray[], NDArray[]> function, params int[] argnums) =>
        x => Jacobian.Reverse("JacRev", function, x, Argnums.Normalize("JacRev", argnums, x.Length)).J;

    /// <summary>The Jacobians of one array in all arrays of the first argument by reverse mode, as a tree of its form; the other argument is data.</summary>
    public static Func<T1, T2, T1> JacRev<T1, T2>(Func<T1, T2, NDArray> function) => (x, data) => JacRev<T1>(v => function(v, data))(x);

    /// <summary>The Jacobians of one array in all arrays of the first argument by reverse mode, as a tree of its form; the others are data.</summary>
    public static Func<T1, T2, T3, T1> JacRev<T1, T2, T3>(Func<T1, T2, T3, NDArray> function) => (x, data, more) => JacRev<T1>(v => function(v, data, more))(x);

    /// <summary>The Jacobians of all arrays of one tree in all of another by reverse mode.</summary>
    /// <returns>A function of the point; under the path of each array of the result (names and indices, joined by dots) a tree of the argument's form.</returns>
    public static Func<TIn, IReadOnlyDictionary<string, TIn>> JacRev<TIn, TOut>(Func<TIn, TOut> function) => x => TreeJacobian.OfAll("JacRev", Jacobian.Reverse, function, x);
}
