namespace Tangent;

/// <summary>Checks the axes of a vectorised map, runs it, and puts the examples where they are wanted.</summary>
internal static class VectorizedMap
{
    /// <summary>Maps a function over the examples along the given axes.</summary>
    public static NDArray[] Run(Func<NDArray[], NDArray[]> function, NDArray[] x, int?[]? inAxes, int?[]? outAxes) => Run(function, x, inAxes, () => outAxes);

    /// <summary>Maps a function over the examples along the given axes; what the results' axes are is asked once the function has run.</summary>
    public static NDArray[] Run(Func<NDArray[], NDArray[]> function, NDArray[] x, int?[]? inAxes, Func<int?[]?> axesOfResults)
    {
        int?[] axes = Normalize(x, inAxes ?? [.. x.Select(_ => (int?)0)]);
        int length = Length(x, axes);
        Batched[] y = Batching.Through(function, x, axes);
        int?[] outAxes = axesOfResults() ?? [.. y.Select(_ => (int?)0)];
        if (outAxes.Length != y.Length)
            throw new ArgumentException($"Vmap: {outAxes.Length} out-axes for {y.Length} results.", nameof(outAxes));
        return [.. y.Select((result, i) => Place(result, outAxes[i], i, length).Share())];
    }

    private static int?[] Normalize(NDArray[] x, int?[] axes)
    {
        if (axes.Length != x.Length)
            throw new ArgumentException($"Vmap: {axes.Length} in-axes for {x.Length} arguments.", nameof(axes));
        return [.. axes.Select((axis, i) => axis is { } given ? Normalize(given, i, x[i].Shape) : (int?)null)];
    }

    private static int Normalize(int axis, int index, Shape shape)
    {
        if (axis < -shape.Rank || axis >= shape.Rank)
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"Vmap: in-axis {axis} of argument {index} is out of range for shape {shape}.");
        return axis < 0 ? axis + shape.Rank : axis;
    }

    private static int Length(NDArray[] x, int?[] axes)
    {
        int first = Array.FindIndex(axes, axis => axis is not null);
        if (first < 0)
            throw new ArgumentException("Vmap: no argument has an in-axis.", nameof(axes));
        int length = x[first].Shape[axes[first]!.Value];
        for (int i = first + 1; i < x.Length; i++)
            if (axes[i] is { } axis && x[i].Shape[axis] != length)
                throw new ArgumentException($"Vmap: argument {first} has {length} examples along axis {axes[first]}, argument {i} has {x[i].Shape[axis]} along axis {axis}.", nameof(x));
        return length;
    }

    private static NDArray Place(Batched y, int? axis, int index, int length)
    {
        if (axis is not { } given)
            return y.Axis is null
                ? y.Array
                : throw new ArgumentException($"Vmap: result {index} depends on the examples, so its out-axis cannot be null.", nameof(axis));
        int rank = y.Array.Rank + (y.Axis is null ? 1 : 0);
        if (given < -rank || given >= rank)
            throw new ArgumentOutOfRangeException(nameof(axis), given, $"Vmap: out-axis {given} of result {index} is out of range for {rank} axes.");
        return Batching.Spread(y.Array, y.Axis, given < 0 ? given + rank : given, length);
    }
}
