namespace Tangent;

public static partial class Mx
{
    /// <summary>The coordinates of the points of a grid: one array for each of the given vectors.</summary>
    /// <param name="arrays">The coordinates along each axis, vectors or scalars.</param>
    /// <param name="sparse">True to leave each result with length 1 along the other axes.</param>
    /// <param name="indexing">Whether the first vector runs along the second axis of the results (xy) or along the first (ij).</param>
    [Mlx("core.meshgrid")]
    public static NDArray[] MeshGrid(NDArray[] arrays, bool sparse = false, GridIndexing indexing = GridIndexing.XY)
    {
        Operands.Require(arrays);
        for (int i = 0; i < arrays.Length; i++)
            if (arrays[i].Rank > 1)
                throw new ArgumentException($"MeshGrid: array {i} has shape {arrays[i].Shape}, which is no vector.", nameof(arrays));
        NDArray[] grids = [.. arrays.Select((array, i) => Along(array, Place(i), arrays.Length))];
        return sparse ? grids : BroadcastArrays(grids);

        int Place(int i) => indexing == GridIndexing.XY && arrays.Length > 1 && i < 2 ? 1 - i : i;
    }

    private static NDArray Along(NDArray x, int axis, int rank)
    {
        var lengths = new int[rank];
        System.Array.Fill(lengths, 1);
        lengths[axis] = checked((int)x.Size);
        return Reshape(x, lengths);
    }
}
