namespace Tangent;

public static partial class Mx
{
    /// <summary>The output of a function of a tree at a point, and its derivative there as a linear function of tangents.</summary>
    /// <param name="function">A function of a tree that returns another.</param>
    /// <param name="primals">The point.</param>
    /// <returns>The output; a function from a tree of tangents (null for a part that does not move) to the output's.</returns>
    public static (TOut Output, Func<TIn?, TOut> Push) Linearize<TIn, TOut>(Func<TIn, TOut> function, TIn primals)
    {
        var leaves = new TreeFunction<TIn, TOut>("Linearize", function, primals);
        (NDArray[] y, Func<NDArray?[], NDArray[]> push) = Linearize(leaves.Call, new TreePoint<TIn>("Linearize", primals).Arrays);
        return (leaves.Result(y), dx => leaves.Result(push(new TreeMatch("Linearize", "tangent", "primal").Read(primals, dx))));
    }

    /// <summary>The output of a function of two arguments at a point, and its derivative there as a linear function of a tangent for each.</summary>
    public static (TOut Output, Func<T1?, T2?, TOut> Push) Linearize<T1, T2, TOut>(Func<T1, T2, TOut> function, (T1, T2) primals)
    {
        TreeTypes.Tuple<T1, T2>();
        (TOut y, Func<(T1, T2), TOut> push) = Linearize<(T1, T2), TOut>(x => function(x.Item1, x.Item2), primals);
        return (y, (dx1, dx2) => push((dx1!, dx2!)));
    }

    /// <summary>The output of a function of three arguments at a point, and its derivative there as a linear function of a tangent for each.</summary>
    public static (TOut Output, Func<T1?, T2?, T3?, TOut> Push) Linearize<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, (T1, T2, T3) primals)
    {
        TreeTypes.Tuple<T1, T2, T3>();
        (TOut y, Func<(T1, T2, T3), TOut> push) = Linearize<(T1, T2, T3), TOut>(x => function(x.Item1, x.Item2, x.Item3), primals);
        return (y, (dx1, dx2, dx3) => push((dx1!, dx2!, dx3!)));
    }

    /// <summary>The transpose of a linear function of a tree: from a cotangent of its output to one of its argument, without conjugation.</summary>
    /// <param name="function">A linear function of a tree that returns another.</param>
    /// <param name="like">A tree of its argument's form, shapes and types; the values do not matter.</param>
    /// <returns>A function of a tree of the output's form; null for a part that does not count.</returns>
    public static Func<TOut, TIn> LinearTranspose<TIn, TOut>(Func<TIn, TOut> function, TIn like)
    {
        ArraySpec[] specs = System.Array.ConvertAll(new TreePoint<TIn>("LinearTranspose", like).Arrays, array => array.Spec);
        return ct =>
        {
            var leaves = new TreeFunction<TIn, TOut>("LinearTranspose", function, like);
            return Tree.Rebuild(like, TransposeLinear(leaves.Call, specs, y => new TreeMatch("LinearTranspose", "cotangent", "output").Read(leaves.Result(y), ct)));
        };
    }

    /// <summary>The transpose of a function that is linear in two arguments together.</summary>
    public static Func<TOut, (T1, T2)> LinearTranspose<T1, T2, TOut>(Func<T1, T2, TOut> function, (T1, T2) like)
    {
        TreeTypes.Tuple<T1, T2>();
        return LinearTranspose<(T1, T2), TOut>(x => function(x.Item1, x.Item2), like);
    }
}
