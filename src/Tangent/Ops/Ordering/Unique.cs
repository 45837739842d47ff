namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The different elements in ascending order, NaN once and last. How many these are depends on the values: it evaluates the array,
    /// and can be used neither in <c>Vmap</c> nor in <c>Compile</c>. Tangents are those of the first of equal elements.
    /// </summary>
    /// <exception cref="InvalidOperationException">The array has no value, since a function is traced without.</exception>
    public static NDArray Unique(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray sorted = Sort(x, null);
        return Take(sorted, TruePlaces.Of("Unique", Unlike(sorted)), 0);
    }

    /// <summary>The different elements in ascending order, and how often each occurs, as int32; see <see cref="Unique"/>.</summary>
    /// <exception cref="InvalidOperationException">The array has no value, since a function is traced without.</exception>
    public static (NDArray Values, NDArray Counts) UniqueCounts(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray sorted = Sort(x, null);
        NDArray first = TruePlaces.Of("UniqueCounts", Unlike(sorted));
        return (Take(sorted, first, 0), Diff(first, append: sorted.Shape[0]));
    }

    /// <summary>The different elements in ascending order, and for each element of the array, in its shape, which of them it is, as int32; see <see cref="Unique"/>.</summary>
    /// <exception cref="InvalidOperationException">The array has no value, since a function is traced without.</exception>
    public static (NDArray Values, NDArray Inverse) UniqueInverse(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray order = ArgSort(x, null);
        NDArray sorted = Take(x, order);
        NDArray isFirst = Unlike(sorted);
        NDArray values = Take(sorted, TruePlaces.Of("UniqueInverse", isFirst), 0);
        NDArray inverse = Zeros(order.Shape, DType.Int32);
        inverse[order] = CumSum(isFirst, 0, dtype: DType.Int32) - 1;
        return (values, Reshape(inverse, x.Shape));
    }

    // Where a sorted vector goes on to another element.
    private static NDArray Unlike(NDArray sorted)
    {
        if (sorted.Shape[0] == 0)
            return Zeros(0, DType.Bool);
        NDArray before = sorted[..^1], after = sorted[1..];
        NDArray differs = LogicalAnd(NotEqual(before, after), LogicalNot(LogicalAnd(IsNaN(before), IsNaN(after))));
        return Concatenate([Ones(1, DType.Bool), differs]);
    }
}
