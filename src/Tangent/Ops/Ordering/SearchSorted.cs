namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// For each value how many elements of a sorted vector stand before it, as uint32: where it could be inserted. NaN are larger than all numbers.
    /// </summary>
    /// <param name="sorted">The vector, in ascending order.</param>
    /// <param name="values">The values, of any shape.</param>
    /// <param name="side">Whether elements that equal a value stand behind it (<see cref="SearchSide.Left"/>) or before it.</param>
    /// <exception cref="ArgumentException">The sorted array is no vector, or an array is complex.</exception>
    [Mlx("core.searchsorted")]
    public static NDArray SearchSorted(NDArray sorted, NDArray values, SearchSide side = SearchSide.Left)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        ArgumentNullException.ThrowIfNull(values);
        if (sorted.Rank != 1 || sorted.DType.IsComplex || values.DType.IsComplex)
            throw new ArgumentException($"SearchSorted: the sorted array is {sorted.Spec} and the values are {values.Spec}; there must be a vector of real numbers, and real values.", nameof(sorted));
        DType common = Elementwise.CommonType(sorted, values);
        // Integer literals stay such, so that they are compared by value.
        bool isLiteral = values.Literal is { Kind.IsInteger: true } && common.IsInteger;
        NDArray elements = StopGradient(Elementwise.ToType("SearchSorted", sorted, common)), wanted = StopGradient(isLiteral ? values : Elementwise.ToType("SearchSorted", values, common));
        int length = sorted.Shape[0];
        NDArray place = Zeros(values.Shape, DType.Int32);
        // Bisection, the same number of steps for all values: a step of a power of two is taken if what it passes stands before the value.
        for (long step = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length + 1) / 2; step > 0; step /= 2)
        {
            NDArray next = AsType(place, DType.Int64) + step;
            NDArray passed = Take(elements, next - 1, 0);
            NDArray stands = side == SearchSide.Right
                ? LogicalOr(LessEqual(passed, wanted), IsNaN(wanted))
                : LogicalOr(Less(passed, wanted), LogicalAnd(IsNaN(wanted), LogicalNot(IsNaN(passed))));
            place = Where(LogicalAnd(LessEqual(next, length), stands), AsType(next, DType.Int32), place);
        }
        return AsType(place, DType.UInt32);
    }
}
