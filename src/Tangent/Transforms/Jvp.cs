namespace Tangent;

public static partial class Mx
{
    /// <summary>The outputs of a function at a point and their Jacobian-vector products: forward mode.</summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">One tangent for each primal, of its shape and type; null for none, and for every primal that is not floating or complex.</param>
    /// <returns>The outputs and their tangents, alike in number, shape and type; zeros where an output does not depend on the primals.</returns>
    [Mlx("core.jvp")]
    public static (NDArray[] Outputs, NDArray[] Tangents) Jvp(Func<NDArray[], NDArray[]> function, NDArray[] primals, NDArray?[] tangents)
    {
        NDArray?[] dx = TangentCheck.Fit("Jvp", primals, tangents);
        (NDArray[] y, NDArray?[] dy) = Forward.Run("Jvp", LiteralArguments.Seeing(function, primals), LiteralArguments.Exact(primals), dx);
        var tangentsOfY = new NDArray[y.Length];
        for (int i = 0; i < y.Length; i++)
            tangentsOfY[i] = Tangent.Tangents.OrZeros(dy[i]?.Share(), y[i].Spec);
        return (NDArray.Share(y), tangentsOfY);
    }

    /// <summary>The output of a function of one tree at a point and its Jacobian-vector product.</summary>
    /// <param name="function">A function of an array, tuple, list, dictionary or <see cref="ITree"/> that returns another.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">A tree of the same form; null for a part that does not move. What belongs to integers in it does not count.</param>
    public static (TOut Outputs, TOut Tangents) Jvp<TIn, TOut>(Func<TIn, TOut> function, TIn primals, TIn? tangents)
    {
        var leaves = new TreeFunction<TIn, TOut>("Jvp", function, primals);
        NDArray[] x = new TreePoint<TIn>("Jvp", primals).Arrays;
        (NDArray[] y, NDArray[] dy) = Jvp(leaves.Call, x, new TreeMatch("Jvp", "tangent", "primal").Read(primals, tangents));
        return (leaves.Result(y), leaves.Result(dy));
    }

    /// <summary>The output of a function of two arguments at a point and its Jacobian-vector product.</summary>
    /// <param name="function">A function of two trees.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">One tangent for each argument; null for one that does not move.</param>
    public static (TOut Outputs, TOut Tangents) Jvp<T1, T2, TOut>(Func<T1, T2, TOut> function, (T1, T2) primals, (T1?, T2?) tangents)
    {
        TreeTypes.Tuple<T1, T2>();
        return Jvp<(T1, T2), TOut>(x => function(x.Item1, x.Item2), primals, (tangents.Item1!, tangents.Item2!));
    }

    /// <summary>The output of a function of three arguments at a point and its Jacobian-vector product.</summary>
    /// <param name="function">A function of three trees.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">One tangent for each argument; null for one that does not move.</param>
    public static (TOut Outputs, TOut Tangents) Jvp<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, (T1, T2, T3) primals, (T1?, T2?, T3?) tangents)
    {
        TreeTypes.Tuple<T1, T2, T3>();
        return Jvp<(T1, T2, T3), TOut>(x => function(x.Item1, x.Item2, x.Item3), primals, (tangents.Item1!, tangents.Item2!, tangents.Item3!));
    }

    /// <summary>The output of a function of four arguments at a point and its Jacobian-vector product.</summary>
    /// <param name="function">A function of four trees.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">One tangent for each argument; null for one that does not move.</param>
    public static (TOut Outputs, TOut Tangents) Jvp<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut> function, (T1, T2, T3, T4) primals, (T1?, T2?, T3?, T4?) tangents)
    {
        TreeTypes.Tuple<T1, T2, T3, T4>();
        return Jvp<(T1, T2, T3, T4), TOut>(
            x => function(x.Item1, x.Item2, x.Item3, x.Item4), primals, (tangents.Item1!, tangents.Item2!, tangents.Item3!, tangents.Item4!));
    }
}
