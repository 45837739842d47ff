namespace Tangent;

/// <content>Reductions that leave out what is NaN. The tangents of what is left out are zero.</content>
public static partial class Mx
{
    /// <summary>The <see cref="Sum"/> of what is not NaN: 0 of nothing.</summary>
    public static NDArray NanSum(NDArray x, Axes? axis = null, bool keepdims = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Sum(Where(IsNaN(x), 0, x), axis, keepdims);
    }

    /// <summary>The <see cref="Prod"/> of what is not NaN: 1 of nothing.</summary>
    public static NDArray NanProd(NDArray x, Axes? axis = null, bool keepdims = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Prod(Where(IsNaN(x), 1, x), axis, keepdims);
    }

    /// <summary>The <see cref="Mean"/> of what is not NaN: NaN of nothing.</summary>
    public static NDArray NanMean(NDArray x, Axes? axis = null, bool keepdims = false)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        NDArray precise = Folding.Precise(inexact);
        return AsType(NanSum(precise, axis, keepdims) / Valid(precise, axis, keepdims), inexact.DType);
    }

    /// <summary>The <see cref="Var"/> of what is not NaN: NaN where there is no more of it than <paramref name="ddof"/>.</summary>
    public static NDArray NanVar(NDArray x, Axes? axis = null, bool keepdims = false, int ddof = 0)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        NDArray precise = Folding.Precise(inexact);
        NDArray difference = Where(IsNaN(precise), 0, precise - NanMean(precise, axis, keepdims: true));
        NDArray count = Valid(precise, axis, keepdims) - ddof;
        NDArray variance = Sum(SquaredSize(difference), axis, keepdims) / Where(Greater(count, 0), count, double.NaN);
        return AsType(variance, Real(inexact).DType);
    }

    /// <summary>The <see cref="Std"/> of what is not NaN: the square root of <see cref="NanVar"/>.</summary>
    public static NDArray NanStd(NDArray x, Axes? axis = null, bool keepdims = false, int ddof = 0)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        return AsType(Sqrt(NanVar(Folding.Precise(inexact), axis, keepdims, ddof)), Real(inexact).DType);
    }

    /// <summary>The <see cref="Max"/> of what is not NaN: NaN where all is.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis.</exception>
    public static NDArray NanMax(NDArray x, Axes? axis = null, bool keepdims = false) =>
        WithoutNaN(x, double.NegativeInfinity, axis, keepdims, Max);

    /// <summary>The <see cref="Min"/> of what is not NaN: NaN where all is.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis.</exception>
    public static NDArray NanMin(NDArray x, Axes? axis = null, bool keepdims = false) =>
        WithoutNaN(x, double.PositiveInfinity, axis, keepdims, Min);

    private static NDArray WithoutNaN(NDArray x, double last, Axes? axis, bool keepdims, Func<NDArray, Axes?, bool, NDArray> extreme)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!x.DType.IsInexact)
            return extreme(x, axis, keepdims);
        NDArray isMissing = IsNaN(x);
        return Where(All(isMissing, axis, keepdims), double.NaN, extreme(Where(isMissing, last, x), axis, keepdims));
    }

    private static NDArray Valid(NDArray x, Axes? axis, bool keepdims) => AsType(CountNonzero(LogicalNot(IsNaN(x)), axis, keepdims), Real(x).DType);
}
