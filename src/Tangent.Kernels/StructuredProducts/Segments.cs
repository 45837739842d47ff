namespace Tangent.Kernels;

/// <summary>Segments [from, to) of an axis, as pairs along the last axis of an array of integers.</summary>
internal static class Segments
{
    /// <summary>All of them in row-major order; what is beyond either end of the axis counts as there, and one that ends before it begins is empty.</summary>
    public static (int From, int To)[] Of(string kernel, BufferView pairs, int length)
    {
        if (pairs.Layout.Shape.Length == 0 || pairs.Layout.Shape[^1] != 2)
            throw new ArgumentException($"{kernel}: segments of shape [{string.Join(',', pairs.Layout.Shape)}].", nameof(pairs));
        var bounds = new long[pairs.Layout.Count];
        // Places between elements are one more than elements.
        var axis = new Layout([length + 1], [1], 0);
        using var elements = ElementOffsets.OfSlices(kernel, axis, [pairs], [0], [1], pairs.Layout.Shape, clamp: true);
        elements.Read(0, bounds);
        var segments = new (int, int)[bounds.Length / 2];
        for (int i = 0; i < segments.Length; i++)
            segments[i] = ((int)bounds[2 * i], (int)Math.Max(bounds[2 * i], bounds[2 * i + 1]));
        return segments;
    }
}
