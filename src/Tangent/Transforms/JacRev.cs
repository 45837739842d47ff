using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The Jacobian by reverse mode, one cotangent for each element of the result, all at once: best where those are few.</summary>
    /// <param name="function">A function of one array with a real result; in a complex argument each row is a gradient, as <c>Grad</c> gives it.</param>
    /// <param name="chunkSize">The most cotangents that go through the function's graph at once: memory for that many, and the result. All, if left out.</param>
    /// <returns>A function of the point; its result has the output's shape followed by the argument's, and the argument's type.</returns>
    /// <example><code>
    /// Console.WriteLine(Mx.JacRev(v => v * v)(Mx.Array([1f, 2f]))); // array([[2, 0],
    ///                                                               //        [0, 4]], dtype=float32)
    /// </code></example>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> JacRev(Func<NDArray, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => Jacobian.Reverse("JacRev", v => Jacobian.One(function(v[0])), [x], [0], chunkSize).J[0][0];
    }

    /// <summary>The Jacobians of one array in all arrays of a tree by reverse mode, as a tree of the argument's form.</summary>
    public static Func<TIn, TIn> JacRev<TIn>(Func<TIn, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => TreeJacobian.InAll("JacRev", Jacobian.Reverse, function, x, chunkSize);
    }

    /// <summary>The Jacobians of all arrays of a tree in one array by reverse mode, as a tree of the result's form.</summary>
    public static Func<NDArray, TOut> JacRev<TOut>(Func<NDArray, TOut> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            var leaves = new TreeFunction<NDArray, TOut>("JacRev", function, x);
            return leaves.Result([.. Jacobian.Reverse("JacRev", leaves.Call, [x], [0], chunkSize).J.Select(row => row[0])]);
        };
    }

    /// <summary>The Jacobian of a function of two arrays in one of them by reverse mode.</summary>
    public static Func<NDArray, NDArray, NDArray> JacRev(Func<NDArray, NDArray, NDArray> function, int argnum = 0, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => JacRev(v => Jacobian.One(function(v[0], v[1])), [argnum], chunkSize)([x, y])[0][0];
    }

    /// <summary>The Jacobians of several outputs in the chosen arguments by reverse mode.</summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="argnums">Which arguments; the first if none is named; negative ones count from the end.</param>
    /// <returns>A function of the point; entry [i][k] is the Jacobian of output i in the k-th chosen argument.</returns>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[][]> JacRev(Func<NDArray[], NDArray[]> function, params int[] argnums) => JacRev(function, argnums, null);

    /// <summary>The Jacobians of several outputs in the chosen arguments, so many cotangents at a time.</summary>
    /// <inheritdoc cref="JacRev(Func{NDArray[], NDArray[]}, int[])"/>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[][]> JacRev(Func<NDArray[], NDArray[]> function, int[] argnums, int? chunkSize)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(argnums);
        return x => Jacobian.Reverse("JacRev", function, x, Argnums.Normalize("JacRev", argnums, x), chunkSize).J;
    }

    /// <summary>The Jacobians of one array in all arrays of the first argument by reverse mode, as a tree of its form; the other argument is data.</summary>
    public static Func<T1, T2, T1> JacRev<T1, T2>(Func<T1, T2, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, data) => JacRev<T1>(v => function(v, data), chunkSize)(x);
    }

    /// <summary>The Jacobians of one array in all arrays of the first argument by reverse mode, as a tree of its form; the others are data.</summary>
    public static Func<T1, T2, T3, T1> JacRev<T1, T2, T3>(Func<T1, T2, T3, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, data, more) => JacRev<T1>(v => function(v, data, more), chunkSize)(x);
    }

    /// <summary>The Jacobians of all arrays of one tree in all of another by reverse mode.</summary>
    /// <returns>A function of the point; under the path of each array of the result (names and indices, joined by dots) a tree of the argument's form.</returns>
    public static Func<TIn, IReadOnlyDictionary<string, TIn>> JacRev<TIn, TOut>(Func<TIn, TOut> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => TreeJacobian.OfAll("JacRev", Jacobian.Reverse, function, x, chunkSize);
    }
}
