namespace Tangent;

public static partial class Mx
{
    /// <summary>Arrays of one shape along a new axis, promoted to one type.</summary>
    [Mlx("core.stack")]
    public static NDArray Stack(IReadOnlyList<NDArray> arrays, int axis = 0)
    {
        Operands.Require(arrays);
        if (arrays.Count == 0)
            throw new ArgumentException("Stack: there are no arrays.", nameof(arrays));
        int place = Axes.Normalize("Stack", axis, arrays[0].Rank + 1);
        for (int i = 1; i < arrays.Count; i++)
            if (arrays[i].Shape != arrays[0].Shape)
                throw new ArgumentException($"Stack: array {i} has shape {arrays[i].Shape}, array 0 has {arrays[0].Shape}.", nameof(arrays));
        return Concatenate([.. arrays.Select(array => ExpandDims(array, place))], place);
    }

    /// <summary>The parts of an array along an axis, which vanishes.</summary>
    [Mlx("core.unstack")]
    public static NDArray[] Unstack(NDArray x, int axis = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        int place = Axes.Normalize("Unstack", axis, x.Rank);
        Shape rest = x.Shape.Without([place]);
        return [.. Enumerable.Range(0, x.Shape[place]).Select(i => Reshape(Tangent.Slice.Along(x, place, i, 1), rest))];
    }
}
