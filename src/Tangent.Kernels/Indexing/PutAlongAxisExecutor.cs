namespace Tangent.Kernels;

/// <summary>Writes one element for each index into a copy of an array, along one axis.</summary>
internal static class PutAlongAxisExecutor
{
    /// <summary>
    /// Copies <paramref name="source"/> to <paramref name="output"/>, then applies updates[…, k, …] to
    /// output[…, indices[…, k, …], …], with k and the index on <paramref name="axis"/>, in row-major order.
    /// </summary>
    /// <param name="mode">How an update meets what is there; repeated indices all count.</param>
    /// <param name="source">Any strides; its shape is that of the indices on all axes but one.</param>
    /// <param name="indices">Integers of any type. Out of range, they count as for scatter.</param>
    /// <param name="updates">Any strides, of the shape of the indices.</param>
    /// <param name="axis">From 0.</param>
    /// <param name="output">Dense and row-major, of the shape of the source.</param>
    /// <param name="clamp">What becomes of an update whose index is out of range: it goes to the nearest element within, or is ignored.</param>
    public static void Run(
        ScatterMode mode, BufferView source, BufferView indices, BufferView updates, int axis, BufferView output, bool clamp = false)
    {
        const string name = "PutAlongAxis";
        int[] shape = indices.Layout.Shape;
        Require.RowMajor(name, "output", output.Layout);
        Require.SameDType(name, "updates", source.DType, updates.DType);
        Require.SameShape(name, "updates", shape, updates.Layout.Shape);
        using var offsets = ElementOffsets.AlongAxis(name, output.Layout, indices, axis, clamp);
        CopyExecutor.Run(source, output, isReadAtOnce: true);
        if (updates.Layout.Count == 0)
            return;
        var element = PairedAxes.Of([], [], []);
        long outer = Layout.CountOf(shape.AsSpan(0, axis));
        new SliceUpdates(offsets, PairedAxes.OfPositions(updates.Layout, shape.Length), element, outer).Run(mode, updates, output);
        GC.KeepAlive(updates);
        GC.KeepAlive(output);
    }
}
