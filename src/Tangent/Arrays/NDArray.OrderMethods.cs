namespace Tangent;

/// <content>Functions of the order of elements as methods; see the functions of the same name in <see cref="Mx"/>.</content>
public sealed partial class NDArray
{
    /// <summary>The indices, uint32, of a <see cref="Partition"/>; see <see cref="Mx.ArgPartition"/>.</summary>
    public NDArray ArgPartition(int kth, int? axis = -1) => Mx.ArgPartition(this, kth, axis);

    /// <summary>The indices, uint32, that sort the elements along an axis in ascending order; see <see cref="Mx.ArgSort"/>.</summary>
    public NDArray ArgSort(int? axis = -1) => Mx.ArgSort(this, axis);

    /// <summary>How many elements lie in each of some bins of equal width, as int32, and the edges of the bins.</summary>
    public (NDArray Counts, NDArray Edges) Histogram(int bins = 10, (double Low, double High)? range = null, NDArray? weights = null, bool density = false) => Mx.Histogram(this, bins, range, weights, density);

    /// <summary>The same with bins between given edges, which ascend.</summary>
    public (NDArray Counts, NDArray Edges) Histogram(NDArray bins, NDArray? weights = null, bool density = false) => Mx.Histogram(this, bins, weights, density);

    /// <summary>The elements along an axis, or of the flattened array, arranged so that the one at <paramref name="kth"/> is where sorting would put it, with none greater before it and none smaller after it; see <see cref="Mx.Partition"/>.</summary>
    public NDArray Partition(int kth, int? axis = -1) => Mx.Partition(this, kth, axis);

    /// <summary>The elements along an axis in ascending order, NaN last; see <see cref="Mx.Sort"/>.</summary>
    public NDArray Sort(int? axis = -1) => Mx.Sort(this, axis);

    /// <summary>The k largest elements along an axis, or of the flattened array, in ascending order; see <see cref="Mx.TopK"/>.</summary>
    public NDArray TopK(int k, int? axis = -1) => Mx.TopK(this, k, axis);

    /// <summary>The different elements in ascending order, NaN once and last; see <see cref="Mx.Unique"/>.</summary>
    public NDArray Unique() => Mx.Unique(this);

    /// <summary>The different elements in ascending order, and how often each occurs, as int32; see <see cref="Mx.UniqueCounts"/>.</summary>
    public (NDArray Values, NDArray Counts) UniqueCounts() => Mx.UniqueCounts(this);

    /// <summary>The different elements in ascending order, and for each element of the array, in its shape, which of them it is, as int32; see <see cref="Mx.UniqueInverse"/>.</summary>
    public (NDArray Values, NDArray Inverse) UniqueInverse() => Mx.UniqueInverse(this);
}
