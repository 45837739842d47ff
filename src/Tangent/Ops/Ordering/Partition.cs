namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The elements along an axis, or of the flattened array, arranged so that the one at <paramref name="kth"/> is where
    /// sorting would put it, with none greater before it and none smaller after it. They come out sorted.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    [Mlx("core.partition")]
    public static NDArray Partition(NDArray x, int kth, int? axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequirePlace("Partition", x, kth, axis);
        return Sort(x, axis);
    }

    /// <summary>The indices, uint32, of a <see cref="Partition"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    [Mlx("core.argpartition")]
    public static NDArray ArgPartition(NDArray x, int kth, int? axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        RequirePlace("ArgPartition", x, kth, axis);
        return ArgSort(x, axis);
    }

    /// <summary>The k largest elements along an axis, or of the flattened array, in ascending order; NaN count as largest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than k elements.</exception>
    [Mlx("core.topk")]
    public static NDArray TopK(NDArray x, int k, int? axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray sorted = Sort(x, axis);
        int place = axis is { } given ? Axes.Normalize("TopK", given, x.Rank) : 0;
        int length = sorted.Shape[place];
        if (k < 0 || k > length)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"TopK: {k} of the {length} elements along an axis of shape {x.Shape}.");
        return Tangent.Slice.Along(sorted, place, length - k, k);
    }

    private static void RequirePlace(string function, NDArray x, int kth, int? axis)
    {
        long length = axis is { } given ? x.Shape[Axes.Normalize(function, given, x.Rank)] : x.Size;
        if (kth < -length || kth >= length)
            throw new ArgumentOutOfRangeException(nameof(kth), kth, $"{function}: place {kth} of the {length} elements along an axis of shape {x.Shape}.");
    }
}
