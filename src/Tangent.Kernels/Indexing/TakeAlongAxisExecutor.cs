namespace Tangent.Kernels;

/// <summary>Collects one element for each index, along one axis.</summary>
internal static unsafe class TakeAlongAxisExecutor
{
    /// <summary>
    /// Writes output[…, k, …] = source[…, indices[…, k, …], …], with k and the index on <paramref name="axis"/>.
    /// </summary>
    /// <param name="source">Any strides; its shape is that of the indices on all axes but one.</param>
    /// <param name="indices">Integers of any type, of the shape of the output. Out of range, they count as for gather.</param>
    /// <param name="axis">From 0.</param>
    /// <param name="output">Dense and row-major.</param>
    /// <param name="clamp">What an index out of range reads: the nearest element within the source, or zero.</param>
    public static void Run(BufferView source, BufferView indices, int axis, BufferView output, bool clamp = true)
    {
        const string name = "TakeAlongAxis";
        Require.SameDType(name, "output", source.DType, output.DType);
        Require.SameShape(name, "output", indices.Layout.Shape, output.Layout.Shape);
        Require.RowMajor(name, "output", output.Layout);
        if (output.Layout.Count > 0 && source.Layout.Count == 0)
            throw new ArgumentException($"{name}: indices into an array of shape [{string.Join(',', source.Layout.Shape)}].");
        using var offsets = ElementOffsets.AlongAxis(name, source.Layout, indices, axis, clamp);
        if (output.Layout.Count > 0)
            ElementWidth.Dispatch(source.DType, new TakeAction(source, offsets, output));
        GC.KeepAlive(source);
        GC.KeepAlive(output);
    }

    private readonly struct TakeAction(BufferView source, ElementOffsets offsets, BufferView output) : IWidthAction
    {
        public void Run<TBits>() where TBits : unmanaged =>
            GatherExecutor.RunElements((TBits*)source.Pointer, offsets, (TBits*)output.Pointer);
    }
}
