namespace Tangent;

public static partial class Mx
{
    /// <summary>The array side by side with itself: <c>reps[i]</c> times along axis <c>i</c>, where the last numbers belong to the last axes.</summary>
    [Mlx("core.tile")]
    public static NDArray Tile(NDArray x, params int[] reps)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(reps);
        if (reps.Any(count => count < 0))
            throw new ArgumentException($"Tile: the repetitions {new Shape(reps)} are not all at least 0.", nameof(reps));
        int rank = Math.Max(x.Rank, reps.Length);
        int[] lengths = [.. Enumerable.Repeat(1, rank - x.Rank), .. x.Shape];
        int[] times = [.. Enumerable.Repeat(1, rank - reps.Length), .. reps];
        Shape apart = new([.. lengths.SelectMany(length => new[] { 1, length })]);
        Shape repeated = new([.. lengths.SelectMany((length, i) => new[] { times[i], length })]);
        Shape result = new([.. lengths.Select((length, i) => Joined("Tile", repeated, 2 * i, 2 * i + 2))]);
        return Reshape(BroadcastTo(Reshape(x, apart), repeated), result);
    }

    /// <summary>Each element <paramref name="repeats"/> times in a row along an axis; of the flattened array where the axis is null.</summary>
    [Mlx("core.repeat")]
    public static NDArray Repeat(NDArray x, int repeats, int? axis = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (repeats < 0)
            throw new ArgumentOutOfRangeException(nameof(repeats), repeats, $"Repeat: {repeats} repetitions cannot be.");
        if (axis is null)
            return Repeat(Flatten(x), repeats, 0);
        int place = Axes.Normalize("Repeat", axis.Value, x.Rank);
        Shape repeated = x.Shape.Insert(place + 1, repeats);
        int length = Joined("Repeat", repeated, place, place + 2);
        return Reshape(BroadcastTo(ExpandDims(x, place + 1), repeated), x.Shape.With(place, length));
    }
}
