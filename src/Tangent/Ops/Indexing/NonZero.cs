namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Where elements are not zero, in row-major order: for each axis the indices along it, as int32. <c>x[NonZero(x)[0]]</c> reads a
    /// vector there. How many these are depends on the values: it evaluates the array, and can be used neither in <c>Vmap</c> nor in <c>Compile</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The array has no value, since a function is traced without.</exception>
    public static NDArray[] NonZero(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray atLeastVector = AtLeast1D(x);
        return TruePlaces.Unraveled(TruePlaces.Of("NonZero", NotEqual(atLeastVector, 0)), atLeastVector.Shape);
    }

    /// <summary>The same as the rows of a matrix [count, axes]: one row of indices for each element that is not zero.</summary>
    /// <exception cref="InvalidOperationException">The array has no value, since a function is traced without.</exception>
    public static NDArray ArgWhere(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray places = TruePlaces.Of("ArgWhere", NotEqual(x, 0));
        return x.Rank == 0 ? Zeros((places.Shape[0], 0), DType.Int32) : Stack(TruePlaces.Unraveled(places, x.Shape), 1);
    }
}
