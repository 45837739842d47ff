namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The elements moved forward by <paramref name="shift"/> places along each of some axes, those past the end to the
    /// start; along the flattened array where there are no axes.
    /// </summary>
    [Mlx("core.roll")]
    public static NDArray Roll(NDArray x, int shift, Axes? axis = null) =>
        axis is { } axes ? Roll(x, [.. Enumerable.Repeat(shift, axes.Count)], axes) : Roll(x, [shift]);

    /// <summary>
    /// The elements moved forward by <c>shift[i]</c> places along axis <c>axis[i]</c>; by the sum of the shifts along
    /// the flattened array where there are no axes, or along the axis where there is one. An axis may come more than once.
    /// </summary>
    [Mlx("core.roll")]
    public static NDArray Roll(NDArray x, int[] shift, Axes? axis = null)
    {
        if (axis is not { } axes)
            return Reshape(RollAxis(Flatten(x), shift.Sum(count => (long)count), 0), x.Shape);
        if (axes.Count == 1)
            return RollAxis(x, shift.Sum(count => (long)count), Axes.Normalize("Roll", axes[0], x.Rank)).Share();
        if (axes.Count != shift.Length)
            throw new ArgumentException($"Roll: {shift.Length} shifts for {axes.Count} axes.", nameof(shift));
        for (int i = 0; i < shift.Length; i++)
            x = RollAxis(x, shift[i], Axes.Normalize("Roll", axes[i], x.Rank));
        return x.Share();
    }

    private static NDArray RollAxis(NDArray x, long shift, int axis)
    {
        int length = x.Shape[axis];
        int moved = length == 0 ? 0 : (int)((shift % length + length) % length);
        return moved == 0
            ? x
            : Concatenate([Tangent.Slice.Along(x, axis, length - moved, moved), Tangent.Slice.Along(x, axis, 0, length - moved)], axis);
    }
}
