namespace Tangent;

/// <summary>Products of runs of neighbours.</summary>
internal static class SegmentedProduct
{
    /// <summary>
    /// Along an axis, the product of each element with all before it that have the same key, where equal keys are
    /// neighbours. After the pass of step s an element holds the product of the last 2·s of its run (Hillis and Steele,
    /// "Data parallel algorithms", 1986). Only products of elements occur, so derivatives of any order are those of the
    /// polynomial, zeros included.
    /// </summary>
    /// <param name="keys">The shape of x, or its length along the axis if that is axis 0.</param>
    /// <param name="x">The factors.</param>
    /// <param name="axis">From 0.</param>
    public static NDArray Of(NDArray keys, NDArray x, int axis)
    {
        int length = x.Shape[axis];
        NDArray marks = Mx.Reshape(keys, [.. keys.Shape, .. Enumerable.Repeat(1, x.Rank - keys.Rank)]);
        for (long step = 1; step < length; step *= 2)
        {
            int before = (int)step;
            int rest = length - before;
            NDArray same = Mx.Equal(Slice.Along(marks, axis, before, rest), Slice.Along(marks, axis, 0, rest));
            NDArray factors = Slice.Along(x, axis, before, rest);
            NDArray products = Mx.Where(same, factors * Slice.Along(x, axis, 0, rest), factors);
            x = SliceUpdate.Of(x, products, Region.Full(x.Shape).With(axis, before, rest));
        }
        return x;
    }
}
