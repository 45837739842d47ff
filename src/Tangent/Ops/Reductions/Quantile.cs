namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The value below which a share <paramref name="q"/> of the elements lies, over some axes or all: the element at place q·(n − 1) of
    /// the n in order, or between two elements as far along the line between them. NaN if any element is. Integers become float32.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="q">Shares from 0 to 1, else the result is NaN; their axes come first in the result.</param>
    /// <param name="axis">The axes; all if left out.</param>
    /// <param name="keepdims">True to keep the axes with length 1.</param>
    /// <exception cref="ArgumentException">There are no elements along an axis, or the array is complex.</exception>
    public static NDArray Quantile(NDArray x, NDArray q, Axes? axis = null, bool keepdims = false) => Tangent.Quantile.Of("Quantile", x, q, axis, keepdims, skipNaN: false);

    /// <summary>The same as <see cref="Quantile"/> with percents from 0 to 100.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis, or the array is complex.</exception>
    public static NDArray Percentile(NDArray x, NDArray q, Axes? axis = null, bool keepdims = false) =>
        Tangent.Quantile.Of("Percentile", x, Elementwise.ToType("Percentile", q, DType.Float64) / 100, axis, keepdims, skipNaN: false);

    /// <summary>The <see cref="Quantile"/> of what is not NaN: NaN where all is.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis, or the array is complex.</exception>
    public static NDArray NanQuantile(NDArray x, NDArray q, Axes? axis = null, bool keepdims = false) => Tangent.Quantile.Of("NanQuantile", x, q, axis, keepdims, skipNaN: true);

    /// <summary>The <see cref="Median"/> of what is not NaN: NaN where all is.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis, or the array is complex.</exception>
    public static NDArray NanMedian(NDArray x, Axes? axis = null, bool keepdims = false) => Tangent.Quantile.Of("NanMedian", x, 0.5, axis, keepdims, skipNaN: true);
}

/// <summary>Values between the elements of sorted rows.</summary>
internal static class Quantile
{
    /// <summary>The quantiles over the chosen axes. Sorting brings NaN to the end of a row, so they are left out by counting without them.</summary>
    public static NDArray Of(string function, NDArray x, NDArray q, Axes? axis, bool keepdims, bool skipNaN)
    {
        NDArray real = Operands.ToFloating(function, x);
        NDArray shares = Mx.Flatten(Elementwise.ToType(function, q, DType.Float64));
        Folding.RequireElements(function, x.Shape, axis);
        int[] axes = Axes.Normalize(function, axis, x.Rank);
        int[] kept = [.. Enumerable.Range(0, x.Rank).Except(axes)];
        NDArray rows = Mx.Transpose(Folding.Precise(real), [.. kept, .. axes]);
        NDArray sorted = Mx.Sort(axes.Length == 0 ? Mx.ExpandDims(rows, -1) : Mx.Flatten(rows, kept.Length));
        NDArray values = Between(sorted, shares, skipNaN);
        NDArray front = Mx.Reshape(Mx.MoveAxis(values, -1, 0), [.. q.Shape, .. x.Shape.Without(axes)]);
        NDArray result = keepdims ? Mx.ExpandDims(front, new Axes([.. axes.Select(place => place + q.Rank)])) : front;
        return Mx.AsType(result, real.DType);
    }

    /// <summary>For each row [..., n] and each share a value: [..., shares].</summary>
    private static NDArray Between(NDArray sorted, NDArray shares, bool skipNaN)
    {
        int last = sorted.Rank - 1;
        NDArray count = skipNaN
            ? Mx.AsType(Mx.CountNonzero(Mx.LogicalNot(Mx.IsNaN(sorted)), last, keepdims: true), DType.Float64)
            : Mx.Full([.. Enumerable.Repeat(1, sorted.Rank)], sorted.Shape[last], DType.Float64);
        NDArray position = shares * Mx.Maximum(count - 1, 0);
        NDArray place = Mx.AsType(Mx.Clip(Mx.Floor(position), 0, sorted.Shape[last] - 1), DType.Int32);
        NDArray lower = At(place), upper = At(Mx.Minimum(place + 1, Mx.AsType(Mx.Maximum(count - 1, 0), DType.Int32)));
        NDArray part = Mx.AsType(position - Mx.StopGradient(Mx.Floor(position)), sorted.DType);
        // Between infinities there is no line.
        NDArray isElement = Mx.LogicalOr(Mx.Equal(lower, upper), Mx.LogicalAnd(Mx.Equal(part, 0), Mx.IsInf(upper)));
        NDArray value = Mx.Where(isElement, lower, lower * (1 - part) + upper * part);
        NDArray isNone = Mx.LogicalNot(Mx.LogicalAnd(Mx.GreaterEqual(shares, 0), Mx.LessEqual(shares, 1)));
        NDArray largest = Slice.Along(sorted, last, sorted.Shape[last] - 1, 1);
        NDArray isMissing = skipNaN ? Mx.Equal(count, 0) : Mx.IsNaN(largest);
        return Mx.Where(Mx.LogicalOr(isNone, isMissing), double.NaN, value);

        NDArray At(NDArray places) => Mx.TakeAlongAxis(sorted, Mx.BroadcastTo(places, sorted.Shape.With(last, shares.Shape[0])), last);
    }
}
