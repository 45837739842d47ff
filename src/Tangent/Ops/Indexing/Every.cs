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
    /// <paramref name="stop"/>, as Python's <c>start:stop:step</c>: negative ends count from the end, as <c>^1</c> does. A
    /// negative step goes backwards; <c>Every(-1)</c> reverses an axis. What is left out is the end from or to which the step leads.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is zero.</exception>
    /// <exception cref="ArgumentException">An end is no integer.</exception>
    public static ArrayIndex Every(int step, ArrayIndex? start = null, ArrayIndex? stop = null)
    {
        if (step == 0)
            throw new ArgumentOutOfRangeException(nameof(step), "Every: the step is zero.");
        return new(ArrayIndexKind.Slice, End(start, nameof(start)), End(stop, nameof(stop)), step);
    }

    private static Index? End(ArrayIndex? entry, string name) => entry switch
    {
        null => null,
        { Kind: ArrayIndexKind.Integer } integer => integer.Start,
        { Kind: var kind } => throw new ArgumentException($"Every: {name} is of the kind {kind}; it must be an integer.", name),
    };
}
