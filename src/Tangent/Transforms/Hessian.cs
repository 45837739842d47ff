using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The matrix of second derivatives of a scalar function, forward over reverse.</summary>
    /// <param name="function">A function of one real floating array; must return a floating scalar.</param>
    /// <param name="chunkSize">The most tangents that go through the gradient's graph at once: memory for that many, and the result. All, if left out.</param>
    /// <returns>A function of the point; its result has the argument's shape twice.</returns>
    /// <example><code>
    /// Console.WriteLine(Mx.Hessian(v => Mx.Prod(v))(Mx.Array([2f, 3f]))); // array([[0, 1],
    ///                                                                    //        [1, 0]], dtype=float32)
    /// </code></example>
    [OverloadResolutionPriority(2)]
    public static Func<NDArray, NDArray> Hessian(Func<NDArray, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => Hessian(v => Jacobian.One(function(v[0])), [0], chunkSize)([x])[0][0];
    }

    /// <summary>The second derivatives of a scalar function in the chosen arguments, forward over reverse.</summary>
    /// <param name="function">Must return a floating scalar first.</param>
    /// <param name="argnums">Which arguments; the first if none is named; negative ones count from the end.</param>
    /// <returns>
    /// A function of the point; entry [i][k] holds the second derivatives in the i-th and the k-th chosen argument, of the
    /// shape of the one followed by that of the other.
    /// </returns>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[][]> Hessian(Func<NDArray[], NDArray[]> function, params int[] argnums) => Hessian(function, argnums, null);

    /// <summary>The second derivatives of a scalar function in the chosen arguments, so many tangents at a time.</summary>
    /// <inheritdoc cref="Hessian(Func{NDArray[], NDArray[]}, int[])"/>
    [OverloadResolutionPriority(1)]
    public static Func<NDArray[], NDArray[][]> Hessian(Func<NDArray[], NDArray[]> function, int[] argnums, int? chunkSize)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(argnums);
        return x =>
        {
            int[] chosen = Argnums.Normalize("Hessian", argnums, x);
            return Jacobian.Forward("Hessian", v => Gradient.OfScalar("Hessian", function, v, chosen).Gradients, x, chosen, chunkSize).J;
        };
    }

    /// <summary>The second derivatives of a scalar function of two arrays in one of them, forward over reverse.</summary>
    public static Func<NDArray, NDArray, NDArray> Hessian(Func<NDArray, NDArray, NDArray> function, int argnum = 0, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => Hessian(v => Jacobian.One(function(v[0], v[1])), [argnum], chunkSize)([x, y])[0][0];
    }

    /// <summary>The second derivatives of a scalar function in all arrays of a tree, forward over reverse.</summary>
    /// <param name="function">Must return a floating scalar.</param>
    /// <param name="chunkSize">The most tangents that go through the gradient's graph at once.</param>
    /// <returns>
    /// A function of the point; under the path of each array (names and indices, joined by dots) a tree of the point's form, whose
    /// arrays have the shape of the one followed by that of the other.
    /// </returns>
    public static Func<TIn, IReadOnlyDictionary<string, TIn>> Hessian<TIn>(Func<TIn, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => TreeJacobian.OfGradient("Hessian", function, x, chunkSize);
    }

    /// <summary>The second derivatives of a scalar function in all arrays of the first argument; the other is data.</summary>
    public static Func<T1, T2, IReadOnlyDictionary<string, T1>> Hessian<T1, T2>(Func<T1, T2, NDArray> function, int? chunkSize = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, data) => Hessian<T1>(v => function(v, data), chunkSize)(x);
    }
}
