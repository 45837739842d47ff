using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The Jacobian by forward mode, one tangent for each element of the argument, all at once: best where those are few.</summary>
    /// <param name="function">A function of one real floating array.</param>
    /// <param name="chunkSize">The most tangents that go through the function's graph at once: memory for that many, and the result. All, if left out.</param>
    /// <returns>A function of the point; its result has the output's shape followed by the argument's, and the output's type.</returns>
    /// <example><code>
    /// Console.WriteLine(Mx.JacFwd(v => v * v)(Mx.Array([1f, 2f]))); // array([[2, 0],
    ///                                                               //        [0, 4]], dtype=float32)
    /// </code></example>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> JacFwd(Func<NDArray, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => Jacobian.Forward("JacFwd", v => Jacobian.One(function(v[0])), [x], [0], chunkSize).J[0][0];
    }

    /// <summary>The Jacobians of one array in all arrays of a tree by forward mode, as a tree of the argument's form.</summary>
    public static Func<TIn, TIn> JacFwd<TIn>(Func<TIn, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => TreeJacobian.InAll("JacFwd", Jacobian.Forward, function, x, chunkSize);
    }

    /// <summary>The Jacobians of all arrays of a tree in one array by forward mode, as a tree of the result's form.</summary>
    public static Func<NDArray, TOut> JacFwd<TOut>(Func<NDArray, TOut> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            var leaves = new TreeFunction<NDArray, TOut>("JacFwd", function, x);
            return leaves.Result([.. Jacobian.Forward("JacFwd", leaves.Call, [x], [0], chunkSize).J.Select(row => row[0])]);
        };
    }

    /// <summary>The Jacobian of a function of two arrays in one of them by forward mode.</summary>
    public static Func<NDArray, NDArray, NDArray> JacFwd(Func<NDArray, NDArray, NDArray> function, int argnum = 0, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => JacFwd(v => Jacobian.One(function(v[0], v[1])), [argnum], chunkSize)([x, y])[0][0];
    }

    /// <summary>The Jacobians of several outputs in the chosen arguments by forward mode.</summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="argnums">Which arguments; the first if none is named; negative ones count from the end.</param>
    /// <returns>A function of the point; entry [i][k] is the Jacobian of output i in the k-th chosen argument.</returns>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[][]> JacFwd(Func<NDArray[], NDArray[]> function, params int[] argnums) => JacFwd(function, argnums, null);

    /// <summary>The Jacobians of several outputs in the chosen arguments, so many tangents at a time.</summary>
    /// <inheritdoc cref="JacFwd(Func{NDArray[], NDArray[]}, int[])"/>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[][]> JacFwd(Func<NDArray[], NDArray[]> function, int[] argnums, int? chunkSize)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(argnums);
        return x => Jacobian.Forward("JacFwd", function, x, Argnums.Normalize("JacFwd", argnums, x), chunkSize).J;
    }

    /// <summary>The Jacobians of one array in all arrays of the first argument by forward mode, as a tree of its form; the other argument is data.</summary>
    public static Func<T1, T2, T1> JacFwd<T1, T2>(Func<T1, T2, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, data) => JacFwd<T1>(v => function(v, data), chunkSize)(x);
    }

    /// <summary>The Jacobians of one array in all arrays of the first argument by forward mode, as a tree of its form; the others are data.</summary>
    public static Func<T1, T2, T3, T1> JacFwd<T1, T2, T3>(Func<T1, T2, T3, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, data, more) => JacFwd<T1>(v => function(v, data, more), chunkSize)(x);
    }

    /// <summary>The Jacobians of all arrays of one tree in all of another by forward mode.</summary>
    /// <returns>A function of the point; under the path of each array of the result (names and indices, joined by dots) a tree of the argument's form.</returns>
    public static Func<TIn, IReadOnlyDictionary<string, TIn>> JacFwd<TIn, TOut>(Func<TIn, TOut> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => TreeJacobian.OfAll("JacFwd", Jacobian.Forward, function, x, chunkSize);
    }
}
