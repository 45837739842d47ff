namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The outputs of a function at a point and the vector-Jacobian products with cotangents: reverse mode.
    /// For complex arrays the product is the adjoint under Re(Σ conj(a)·b), so that gradients are conjugate derivatives.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="primals">The point.</param>
    /// <param name="cotangents">One cotangent for each output, of its shape and type; null for none.</param>
    /// <returns>The outputs, and one cotangent for each primal; zeros where no output depends on it.</returns>
    [Mlx("core.vjp")]
    public static (NDArray[] Outputs, NDArray[] Cotangents) Vjp(Func<NDArray[], NDArray[]> function, NDArray[] primals, NDArray?[] cotangents) =>
        Gradient.Run(function, primals, _ => cotangents);

    /// <summary>The output of a function of one tree at a point and the vector-Jacobian product with a cotangent.</summary>
    /// <param name="function">A function of a tree that returns another.</param>
    /// <param name="primals">The point.</param>
    /// <param name="cotangents">A tree of the output's form; null for a part that does not count.</param>
    public static (TOut Outputs, TIn Cotangents) Vjp<TIn, TOut>(Func<TIn, TOut> function, TIn primals, TOut? cotangents)
    {
        var leaves = new TreeFunction<TIn, TOut>("Vjp", function, primals);
        (NDArray[] y, NDArray[] ct) = Gradient.Run(
            leaves.Call,
            new TreePoint<TIn>("Vjp", primals).Arrays,
            outputs => new TreeMatch("Vjp", "cotangent", "output").Read(leaves.Result(outputs), cotangents));
        return (leaves.Result(y), Tree.Rebuild(primals, ct));
    }

    /// <summary>The output of a function of two arguments at a point and the vector-Jacobian products with a cotangent.</summary>
    public static (TOut Outputs, (T1, T2) Cotangents) Vjp<T1, T2, TOut>(Func<T1, T2, TOut> function, (T1, T2) primals, TOut? cotangents)
    {
        TreeTypes.Tuple<T1, T2>();
        return Vjp(x => function(x.Item1, x.Item2), primals, cotangents);
    }

    /// <summary>The output of a function of three arguments at a point and the vector-Jacobian products with a cotangent.</summary>
    public static (TOut Outputs, (T1, T2, T3) Cotangents) Vjp<T1, T2, T3, TOut>(Func<T1, T2, T3, TOut> function, (T1, T2, T3) primals, TOut? cotangents)
    {
        TreeTypes.Tuple<T1, T2, T3>();
        return Vjp(x => function(x.Item1, x.Item2, x.Item3), primals, cotangents);
    }

    /// <summary>The output of a function of four arguments at a point and the vector-Jacobian products with a cotangent.</summary>
    public static (TOut Outputs, (T1, T2, T3, T4) Cotangents) Vjp<T1, T2, T3, T4, TOut>(Func<T1, T2, T3, T4, TOut> function, (T1, T2, T3, T4) primals, TOut? cotangents)
    {
        TreeTypes.Tuple<T1, T2, T3, T4>();
        return Vjp(x => function(x.Item1, x.Item2, x.Item3, x.Item4), primals, cotangents);
    }
}
