namespace Tangent;

/// <summary>Regions of an array that have no element in common: the places that were read of it, as far as they are known when the graph is made.</summary>
internal sealed class Places
{
    // More are treated as a mask.
    private const int Most = 64;

    private readonly Region[] regions;

    private Places(Shape shape, Region[] regions)
    {
        Shape = shape;
        this.regions = regions;
    }

    /// <summary>The shape of the array.</summary>
    public Shape Shape { get; }

    /// <summary>The places of one region.</summary>
    public static Places Of(Region region, Shape shape) => new(shape, [region.Undropped]);

    /// <summary>True if no element is left.</summary>
    public bool AreAll
    {
        get
        {
            long size = 0;
            foreach (Region region in regions)
                size += region.Shape.Size;
            return size == Shape.Size;
        }
    }

    /// <summary>The places of both; null if it is not easily said where these are.</summary>
    public Places? Plus(Places other)
    {
        Places? sum = this;
        foreach (Region region in other.regions)
            sum = sum?.Plus(region);
        return sum;
    }

    /// <summary>True if all of a region is among the places, false if nothing of it is; null if that is not easily said.</summary>
    public bool? Contain(Region region)
    {
        if (Array.Exists(regions, other => other.Union(region) is { } union && union.Shape.Size == other.Shape.Size))
            return true;
        return Array.TrueForAll(regions, region.SharesNothingWith) ? false : null;
    }

    /// <summary>A mask, written at the places.</summary>
    public NDArray Written(NDArray mask, bool value)
    {
        foreach (Region region in regions)
            mask = SliceUpdate.Of(mask, Mx.Full(region.Shape, value), region);
        return mask;
    }

    /// <summary>A mask, false at the places.</summary>
    public NDArray Cleared(NDArray mask) => Written(mask, false);

    /// <summary>These places and those of a region.</summary>
    public Places? Plus(Region region)
    {
        Region[] others = regions;
        for (int i = others.Length - 1; i >= 0; i--)
            if (region.Union(others[i]) is { } union)
            {
                region = union;
                others = [.. others[..i], .. others[(i + 1)..]];
                i = others.Length;
            }
        return others.Length < Most && Array.TrueForAll(others, region.SharesNothingWith) ? new(Shape, [.. others, region]) : null;
    }
}
