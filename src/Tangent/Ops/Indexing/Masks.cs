namespace Tangent;

/// <summary>Masks among other entries of an index, as the arrays of indices that NumPy takes them for.</summary>
internal static class Masks
{
    /// <summary>True if there is a mask.</summary>
    public static bool AnyIn(ReadOnlySpan<ArrayIndex> index)
    {
        foreach (ArrayIndex entry in index)
            if (entry.Kind is ArrayIndexKind.Mask)
                return true;
        return false;
    }

    /// <summary>The entries with each mask replaced by the places where it is true, one array for each of its axes. Evaluates the masks.</summary>
    public static ArrayIndex[] Expand(string function, Shape shape, ReadOnlySpan<ArrayIndex> index)
    {
        var entries = new List<ArrayIndex>();
        int left = shape.Rank - IndexParser.Consumed(index);
        int axis = 0;
        foreach (ArrayIndex entry in index)
        {
            if (entry.Kind is ArrayIndexKind.Mask)
                entries.AddRange(Places(function, shape, axis, entry.Array!).Select(places => (ArrayIndex)places));
            else
                entries.Add(entry);
            axis += entry.Kind is ArrayIndexKind.Ellipsis ? left : entry.Consumed;
        }
        return [.. entries];
    }

    private static NDArray[] Places(string function, Shape shape, int axis, NDArray mask)
    {
        if (mask.Rank == 0)
            throw new ArgumentException($"{function}: a mask without axes must be the only entry of an index.", nameof(mask));
        if (axis + mask.Rank > shape.Rank || !mask.Shape.AsSpan().SequenceEqual(shape.AsSpan().Slice(axis, mask.Rank)))
            throw new ArgumentException($"{function}: the mask has shape {mask.Shape}, which the axes from {axis} on of shape {shape} must have too.", nameof(mask));
        return TruePlaces.Unraveled(TruePlaces.Of($"{function} with a mask", mask), mask.Shape);
    }
}
