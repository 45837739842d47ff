namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// How many elements lie in each of some bins of equal width, as int32, and the edges of the bins. The last bin holds its upper edge
    /// too; what lies outside and NaN count nowhere.
    /// </summary>
    /// <param name="x">The elements, of any shape.</param>
    /// <param name="bins">The number of bins.</param>
    /// <param name="range">Where the bins begin and end; from the smallest element to the largest, NaN apart, if left out.</param>
    /// <param name="weights">What each element counts, of the same shape; 1 if left out. The counts have its type.</param>
    /// <param name="density">True for a density, which integrates to 1, instead of counts.</param>
    /// <exception cref="ArgumentException">The bins or the range are no such, the shapes differ, or the array is complex.</exception>
    public static (NDArray Counts, NDArray Edges) Histogram(NDArray x, int bins = 10, (double Low, double High)? range = null, NDArray? weights = null, bool density = false)
    {
        NDArray values = Flatten(Operands.ToFloating("Histogram", x));
        if (bins < 1)
            throw new ArgumentException($"Histogram: {bins} bins cannot be.", nameof(bins));
        if (range is { } given && !(double.IsFinite(given.Low) && double.IsFinite(given.High) && given.Low <= given.High))
            throw new ArgumentException(FormattableString.Invariant($"Histogram: from {given.Low} to {given.High} is no range."), nameof(range));
        NDArray Number(double number) => AsType(number, values.DType);
        (NDArray low, NDArray high) = range is { } ends ? (Number(ends.Low), Number(ends.High)) : x.Size == 0 ? (Number(0), Number(1)) : (NanMin(values), NanMax(values));
        NDArray isPoint = Equal(low, high);
        (low, high) = (StopGradient(Where(isPoint, low - 0.5, low)), StopGradient(Where(isPoint, high + 0.5, high)));
        NDArray steps = AsType(Arange(bins + 1), values.DType);
        NDArray edges = Where(Equal(steps, bins), high, low + (high - low) * (steps / bins));
        return (Counted(values, edges, weights, x.Shape, density), edges);
    }

    /// <summary>The same with bins between given edges, which ascend.</summary>
    /// <exception cref="ArgumentException">The edges are no vector of at least two, the shapes differ, or the array is complex.</exception>
    public static (NDArray Counts, NDArray Edges) Histogram(NDArray x, NDArray bins, NDArray? weights = null, bool density = false)
    {
        NDArray values = Flatten(Operands.ToFloating("Histogram", x));
        ArgumentNullException.ThrowIfNull(bins);
        if (bins.Rank != 1 || bins.Shape[0] < 2)
            throw new ArgumentException($"Histogram: edges of shape {bins.Shape} are no vector of at least two.", nameof(bins));
        return (Counted(values, Operands.ToFloating("Histogram", bins), weights, x.Shape, density), bins.Share());
    }

    private static NDArray Counted(NDArray values, NDArray edges, NDArray? weights, Shape shape, bool density)
    {
        if (weights is not null && weights.Shape != shape)
            throw new ArgumentException($"Histogram: the weights have shape {weights.Shape}, the array has {shape}.", nameof(weights));
        int bins = edges.Shape[0] - 1;
        NDArray place = AsType(SearchSorted(edges, values, SearchSide.Right), DType.Int32) - 1;
        place = Where(Equal(values, edges[^1]), bins - 1, place);
        // Values for indices out of range are ignored; -1 would be the last.
        NDArray target = Where(Less(place, 0), bins, place);
        NDArray each = weights is null ? Ones(values.Shape, DType.Int32) : Folding.Widen(Flatten(weights));
        NDArray counts = Zeros(bins, each.DType).At[target].Add(each);
        return density ? counts / (Sum(counts) * Diff(edges)) : counts;
    }
}
