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
    public static (NDArray[] Outputs, NDArray[] Cotangents) Vjp(Func<NDArray[], NDArray[]> function, NDArray[] primals, NDArray?[] cotangents)
    {
        using Trace trace = Trace.Open("Vjp");
        NDArray[] inputs = Alias.Of(TangentCheck.Strong(primals), trace);
        NDArray[] y = function(inputs);
        TangentCheck.RequireCotangents("Vjp", y, cotangents);
        return (y, Gradient.Pull(inputs, y, cotangents));
    }
}
