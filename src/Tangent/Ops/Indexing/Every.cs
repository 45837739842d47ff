namespace Tangent;

public static partial class Mx
{
    /// <summary>In an index: as many whole axes as the other entries leave.</summary>
    public static ArrayIndex Ellipsis => new(ArrayIndexKind.Ellipsis);

    /// <summary>In an index: a new axis of length 1.</summary>
    [Mlx("core.newaxis")]
    public static ArrayIndex NewAxis => new(ArrayIndexKind.NewAxis);

    /// <summary>
    /// In an index: every <paramref name="step"/>-th element from <paramref name="start"/> to before
    /// <paramref name="stop"/>, as Python's <c>start:stop:step</c>. A negative step goes backwards; <c>Every(-1)</c>
    /// reverses an axis. What is left out is the end from or to which the step leads.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is zero.</exception>
    public static ArrayIndex Every(int step, Index? start = null, Index? stop = null)
    {
        if (step == 0)
            throw new ArgumentOutOfRangeException(nameof(step), "Every: the step is zero.");
        return new(ArrayIndexKind.Slice, start, stop, step);
    }
}
