using System.Runtime.CompilerServices;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The outputs of a function along a curve, and their derivatives of every order: Taylor mode. What order k costs grows like k² where nested
    /// <c>Jvp</c> grows like 2ᵏ.
    /// </summary>
    /// <param name="function">A function of any number of arrays that returns a list of arrays.</param>
    /// <param name="primals">Where the curve is at t = 0.</param>
    /// <param name="series">
    /// For each primal its derivatives there: entry [i][k] is the derivative of order k + 1, of the primal's shape and type, null for zero. Null for
    /// a primal that does not move. Derivatives, not coefficients of the Taylor polynomial: those are they over (k + 1)!.
    /// </param>
    /// <returns>The outputs, and for each its derivatives, as many as the longest of the series.</returns>
    /// <exception cref="ArgumentException">A derivative does not fit its primal, or there is none.</exception>
    /// <exception cref="MissingRuleException">An operation has no derivative.</exception>
    public static (NDArray[] Outputs, NDArray[][] Series) Jet(Func<NDArray[], NDArray[]> function, NDArray[] primals, NDArray?[]?[] series)
    {
        ArgumentNullException.ThrowIfNull(function);
        Operands.Require(primals);
        ArgumentNullException.ThrowIfNull(series);
        if (primals.Length != series.Length)
            throw new ArgumentException($"Jet: {series.Length} series for {primals.Length} primals.", nameof(series));
        int order = series.Max(one => one?.Length ?? 0);
        if (order == 0)
            throw new ArgumentException("Jet: there is no derivative in any of the series.", nameof(series));
        NDArray?[][] derivatives = [.. Enumerable.Range(0, order).Select(k =>
            TangentCheck.Fit("Jet", primals, [.. series.Select(one => k < one?.Length ? one[k] : null)]))];
        using Trace trace = Tangent.Trace.Open("Jet");
        NDArray[] x = Alias.Of(LiteralArguments.Exact(primals), trace);
        NDArray[] y = FunctionResults.Of("Jet", LiteralArguments.Seeing(function, primals)(NDArray.Share(x)));
        return (NDArray.Share(y), Derivatives(TaylorGraph.Push(x, derivatives, y), y));
    }

    /// <summary>The output of a function along a curve, and its derivatives of every order.</summary>
    /// <param name="function">A function of one array.</param>
    /// <param name="primal">Where the curve is at t = 0.</param>
    /// <param name="series">Its derivatives there, of order 1, 2, …</param>
    /// <returns>The output and its derivatives, as many.</returns>
    /// <example><code>
    /// NDArray t = Mx.Array(0f);
    /// (NDArray y, NDArray[] dy) = Mx.Jet(v => Mx.Exp(2 * v), t, [Mx.Ones([]), Mx.Zeros([]), Mx.Zeros([])]);
    /// Console.WriteLine($"{dy[0]:f0} {dy[1]:f0} {dy[2]:f0}"); // 2 4 8
    /// </code></example>
    [OverloadResolutionPriority(1)]
    public static (NDArray Output, NDArray[] Series) Jet(Func<NDArray, NDArray> function, NDArray primal, NDArray?[] series)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(primal);
        ArgumentNullException.ThrowIfNull(series);
        (NDArray[] y, NDArray[][] dy) = Jet(x => Jacobian.One(function(x[0])), [primal], [series]);
        return (y[0], dy[0]);
    }

    /// <summary>The output of a function of a tree along a curve, and its derivatives of every order.</summary>
    /// <param name="function">A function of a tree that returns another.</param>
    /// <param name="primals">Where the curve is at t = 0.</param>
    /// <param name="series">Its derivatives there, of order 1, 2, …: trees of the same form, null for a part that is zero.</param>
    /// <returns>The output and its derivatives, as many.</returns>
    public static (TOut Outputs, TOut[] Series) Jet<TIn, TOut>(Func<TIn, TOut> function, TIn primals, TIn?[] series)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(series);
        var leaves = new TreeFunction<TIn, TOut>("Jet", function, primals);
        NDArray[] x = new TreePoint<TIn>("Jet", primals).Arrays;
        NDArray?[][] derivatives = System.Array.ConvertAll(series, one => new TreeMatch("Jet", "tangent", "primal").Read(primals, one));
        (NDArray[] y, NDArray[][] dy) = Jet(leaves.Call, x, [.. x.Select((_, i) => System.Array.ConvertAll(derivatives, all => all[i]))]);
        return (leaves.Result(y), [.. derivatives.Select((_, k) => leaves.Result([.. dy.Select(all => all[k])]))]);
    }

    private static NDArray[][] Derivatives(NDArray?[][] found, NDArray[] y) =>
        [.. y.Select((output, i) => found.Select(all => Tangent.Tangents.OrZeros(all[i]?.Share(), output.Spec)).ToArray())];
}
