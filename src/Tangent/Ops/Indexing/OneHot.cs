namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// For each integer a row of <paramref name="numClasses"/> numbers along a new axis: 1 at the place that it names, 0 elsewhere and
    /// everywhere if there is no such place.
    /// </summary>
    /// <exception cref="ArgumentException">The array is not of integers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is negative, or there is no such axis.</exception>
    public static NDArray OneHot(NDArray x, int numClasses, int axis = -1, DType dtype = DType.Float32)
    {
        ArgumentNullException.ThrowIfNull(x);
        Indices.Require("OneHot", x);
        if (numClasses < 0)
            throw new ArgumentOutOfRangeException(nameof(numClasses), numClasses, $"OneHot: {numClasses} classes cannot be.");
        int place = Axes.Normalize("OneHot", axis, x.Rank + 1);
        // Compared as int64: in the type of the array a class could wrap around.
        NDArray classes = Iota.Along(place, x.Rank + 1, numClasses, DType.Int64);
        return AsType(Equal(AsType(ExpandDims(x, place), DType.Int64), classes), dtype);
    }
}
