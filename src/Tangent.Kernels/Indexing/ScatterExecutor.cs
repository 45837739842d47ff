namespace Tangent.Kernels;

/// <summary>Writes slices into a copy of an array at places given by indices.</summary>
internal static unsafe class ScatterExecutor
{
    /// <summary>
    /// Copies <paramref name="source"/> to <paramref name="output"/>, then applies updates[i, s] to output[start(i) + s]
    /// for all i in row-major order, where start(i) is indices[j][i] on axis axes[j] and 0 on the others.
    /// </summary>
    /// <param name="mode">How an update meets what is there; repeated indices all count.</param>
    /// <param name="source">Any strides.</param>
    /// <param name="indices">Integers of any type; they broadcast to one index shape.</param>
    /// <param name="updates">Any strides; the index shape followed by the lengths of a slice on each axis of the source.</param>
    /// <param name="axes">The axis of the source that each array of indices addresses.</param>
    /// <param name="output">Dense and row-major, of the shape of the source; it may be the source itself.</param>
    /// <param name="clamp">
    /// What becomes of an update any part of which would lie out of range: it goes to the nearest slice within, or is ignored.
    /// </param>
    /// <remarks>
    /// A negative index counts from the end. The result is the same for any number of threads.
    /// </remarks>
    public static void Run(
        ScatterMode mode, BufferView source, BufferView[] indices, BufferView updates, int[] axes, BufferView output, bool clamp = false)
    {
        const string name = "Scatter";
        Require.RowMajor(name, "output", output.Layout);
        Require.SameDType(name, "updates", source.DType, updates.DType);
        int rank = updates.Layout.Shape.Length - source.Layout.Shape.Length;
        if (rank < 0)
            throw new ArgumentException($"{name}: updates of rank {updates.Layout.Shape.Length} for an array of rank {source.Layout.Shape.Length}.");
        int[] indexShape = updates.Layout.Shape[..rank], sliceSizes = updates.Layout.Shape[rank..];
        using var offsets = ElementOffsets.OfSlices(name, output.Layout, indices, axes, sliceSizes, indexShape, clamp);
        var slice = PairedAxes.Of(sliceSizes, updates.Layout.Strides.AsSpan(rank), output.Layout.Strides);
        var positions = PairedAxes.OfPositions(updates.Layout, rank);
        using RowUpdates? rows = RowUpdates.Of(offsets, positions, slice, source, output, axes);
        if (rows is null)
            CopyExecutor.Run(source, output, isReadAtOnce: true);
        if (updates.Layout.Count > 0)
            (rows ?? (Updates)new SliceUpdates(offsets, positions, slice, groups: 1)).Run(mode, updates, output);
        GC.KeepAlive(source);
        GC.KeepAlive(updates);
        GC.KeepAlive(output);
    }
}
