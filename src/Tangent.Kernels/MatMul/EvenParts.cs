namespace Tangent.Kernels;

/// <summary>A length cut into parts of nearly equal size, as few as a bound on them allows.</summary>
internal static class EvenParts
{
    /// <summary>The length of a part, at most <paramref name="most"/>; the last may be shorter.</summary>
    public static long Length(long length, long most)
    {
        long parts = Math.Max(1, (length + most - 1) / most);
        return (length + parts - 1) / parts;
    }
}
