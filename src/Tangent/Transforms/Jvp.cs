namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The outputs of a function at a point and their Jacobian-vector products: forward mode.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="primals">The point.</param>
    /// <param name="tangents">One tangent for each primal, of its shape and type; null for none, and for every primal that is not floating or complex.</param>
    /// <returns>The outputs and their tangents, alike in number, shape and type; zeros where an output does not depend on the primals.</returns>
    [Mlx("core.jvp")]
    public static (NDArray[] Outputs, NDArray[] Tangents) Jvp(Func<NDArray[], NDArray[]> function, NDArray[] primals, NDArray?[] tangents)
    {
        TangentCheck.Require("Jvp", primals, tangents);
        (NDArray[] y, NDArray?[] dy) = Forward.Run("Jvp", function, TangentCheck.Strong(primals), tangents);
        return (y, [.. y.Select((array, i) => Tangent.Tangents.OrZeros(dy[i], array.Spec))]);
    }
}
