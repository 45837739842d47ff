namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The gradient of a scalar function and the product of its Hessian with a vector, forward over reverse: a few times the
    /// cost of the function, whatever the size of the Hessian, which is never made.
    /// </summary>
    /// <param name="function">A function of a tree; must return a floating scalar.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">The vector: a tree of the point's form; null for a part that does not move.</param>
    public static (TIn Gradient, TIn Product) Hvp<TIn>(Func<TIn, NDArray> function, TIn primals, TIn? tangents)
    {
        var leaves = new TreeFunction<TIn, NDArray>("Hvp", function, primals);
        var point = new TreePoint<TIn>("Hvp", primals);
        NDArray[] x = point.Arrays;
        NDArray?[] dx = new TreeMatch("Hvp", "tangent", "primal").Read(primals, tangents);
        NDArray?[] fitting = TangentCheck.Fit("Hvp", x, dx);
        Func<NDArray[], NDArray[]> body = LiteralArguments.Seeing(leaves.Call, x);
        (NDArray[] gradient, NDArray?[] product) =
            Forward.Run("Hvp", v => Gradient.OfScalar("Hvp", body, v, point.Trained).Gradients, LiteralArguments.Exact(x), fitting);
        NDArray[] products = [.. product.Select((value, i) => Tangents.OrZeros(value, gradient[i].Spec))];
        NDArray[] trained = [.. point.Trained.Select(i => x[i])];
        return (point.Rebuild(LiteralArguments.Derivatives(gradient, trained)), point.Rebuild(LiteralArguments.Derivatives(products, trained)));
    }

    /// <summary>The gradient of a scalar function of two arguments and the product of its Hessian with a vector.</summary>
    public static ((T1, T2) Gradient, (T1, T2) Product) Hvp<T1, T2>(Func<T1, T2, NDArray> function, (T1, T2) primals, (T1?, T2?) tangents)
    {
        TreeTypes.Tuple<T1, T2>();
        return Hvp<(T1, T2)>(x => function(x.Item1, x.Item2), primals, (tangents.Item1!, tangents.Item2!));
    }
}
