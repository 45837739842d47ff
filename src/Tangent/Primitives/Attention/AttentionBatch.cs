namespace Tangent;

/// <summary>Attention over examples.</summary>
internal static class AttentionBatch
{
    private const int Repeats = 2;

    /// <summary>
    /// The examples are further repeats of the heads where all share what belongs to keys, which <paramref name="keysOf"/> lists; else, or without a list, they are further ones of the batch.
    /// </summary>
    public static Batched[] Map(MultiOutput attention, NDArray[] x, int?[] axes, int[]? keysOf)
    {
        int length = Batching.Length(x, axes), inner = 0;
        bool areRepeats = keysOf is not null && Array.TrueForAll(keysOf, input => axes[input] is null);
        int place = areRepeats ? Repeats : 0;
        var merged = new NDArray[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (areRepeats && keysOf!.Contains(i))
            {
                merged[i] = x[i];
                continue;
            }
            NDArray spread = Batching.Spread(x[i], axes[i], place, length);
            inner = spread.Shape[place + 1];
            merged[i] = Batching.Merge(spread, place);
        }
        return [.. attention.ApplyAll(merged).Select(result => new Batched(Batching.Split(result, place, length, inner), place))];
    }
}
