namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The outputs of a function at a point, and its derivative there as a linear function of tangents: what depends on the
    /// point alone is computed once, however many tangents are pushed.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="primals">The point; only floating and complex arrays have tangents.</param>
    /// <returns>The outputs; a function from one tangent for each primal (null for none) to one for each output.</returns>
    public static (NDArray[] Outputs, Func<NDArray?[], NDArray[]> Push) Linearize(Func<NDArray[], NDArray[]> function, NDArray[] primals)
    {
        NDArray[] x = LiteralArguments.Exact(primals);
        NDArray?[] dx = Transposition.Placeholders(x, [.. x.Select(array => array.DType.IsInexact)]);
        (NDArray[] y, NDArray?[] dy) = Forward.Run("Linearize", LiteralArguments.Seeing(function, primals), x, dx);
        Require(dx, dy);
        var linear = new LinearFunction(primals, dx, y, dy);
        return (NDArray.Share(y), linear.Push);
    }

    /// <summary>The output of a function of one array at a point, and its derivative there as a linear function of a tangent.</summary>
    public static (NDArray Output, Func<NDArray, NDArray> Push) Linearize(Func<NDArray, NDArray> function, NDArray primal)
    {
        (NDArray[] y, Func<NDArray?[], NDArray[]> push) = Linearize(x => [function(x[0])], [primal]);
        return (y[0], dx => push([dx])[0]);
    }

    /// <summary>The transpose of a linear function: from cotangents of its outputs to cotangents of its inputs, without conjugation.</summary>
    /// <param name="function">A linear function; anything else is refused with the operation that is not linear, also a sum with what is not known to be zero.</param>
    /// <param name="like">Arrays of the shapes and types of its arguments; their values do not matter.</param>
    public static Func<NDArray[], NDArray[]> LinearTranspose(Func<NDArray[], NDArray[]> function, NDArray[] like)
    {
        ArraySpec[] specs = [.. like.Select(array => array.Spec)];
        return ct => TransposeLinear(function, specs, _ => ct);
    }

    private static NDArray[] TransposeLinear(Func<NDArray[], NDArray[]> function, ArraySpec[] specs, Func<NDArray[], NDArray?[]> cotangents)
    {
        using Trace trace = Tangent.Trace.Open("LinearTranspose", isRecording: true);
        NDArray[] x = [.. specs.Select(spec => Placeholder.Of(spec, "LinearTranspose", trace))];
        NDArray[] y = function(NDArray.Share(x));
        NDArray?[] fitting = TangentCheck.FitCotangents("LinearTranspose", y, cotangents(y));
        trace.EndRecording();
        return [.. Transposed(x, y, fitting).Select((value, i) => Tangent.Tangents.OrZeros(value?.Share(), specs[i]))];
    }

    private static void Require(NDArray?[] dx, NDArray?[] dy)
    {
        try
        {
            LinearityCheck.Require(dx, dy);
        }
        catch (MissingRuleException missing) when (missing.IsNotLinear)
        {
            throw missing.Of("Linearize", "the jvp rule of a custom function is not linear in its tangents");
        }
    }

    private static NDArray?[] Transposed(NDArray[] x, NDArray[] y, NDArray?[] ct)
    {
        try
        {
            return Transposition.OfTangents(x, y, ct);
        }
        catch (MissingRuleException missing) when (missing.IsNotLinear)
        {
            throw missing.Of("LinearTranspose", "the function is not linear in its arguments");
        }
    }
}
