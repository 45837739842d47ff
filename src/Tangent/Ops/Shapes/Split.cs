namespace Tangent;

public static partial class Mx
{
    /// <summary>The array in a number of equal parts along an axis, whose length they must divide.</summary>
    [Mlx("core.split")]
    public static NDArray[] Split(NDArray x, int indicesOrSections, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        int place = Axes.Normalize("Split", axis, x.Rank);
        int length = x.Shape[place];
        if (indicesOrSections <= 0 || length % indicesOrSections != 0)
            throw new ArgumentException($"Split: axis {place} of shape {x.Shape} does not divide into {indicesOrSections} equal parts.", nameof(indicesOrSections));
        int part = length / indicesOrSections;
        return [.. Enumerable.Range(0, indicesOrSections).Select(i => Tangent.Slice.Along(x, place, i * part, part))];
    }

    /// <summary>
    /// The array cut along an axis before each of the given indices. Negative indices count from the end, and those
    /// beyond an end are that end; a part whose end lies before its start is empty.
    /// </summary>
    [Mlx("core.split")]
    public static NDArray[] Split(NDArray x, int[] indicesOrSections, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(indicesOrSections);
        int place = Axes.Normalize("Split", axis, x.Rank);
        int length = x.Shape[place];
        int[] cuts = [0, .. indicesOrSections.Select(index => Math.Clamp(index < 0 ? index + length : index, 0, length)), length];
        return [.. cuts.Skip(1).Select((end, i) => Tangent.Slice.Along(x, place, cuts[i], Math.Max(0, end - cuts[i])))];
    }
}
