namespace Tangent.Kernels;

/// <summary>
/// Starts of slices, int64, counted from the front: along the last axis of the input one for each addressed axis of an
/// array. Negative starts count from the end. A slice that would not lie within the array is refused.
/// </summary>
/// <param name="Function">For the message.</param>
/// <param name="Shape">The shape of the array.</param>
/// <param name="Axes">The addressed axes.</param>
/// <param name="Sizes">The length of a slice along every axis.</param>
internal sealed record SliceStartsKernel(string Function, int[] Shape, int[] Axes, int[] Sizes) : BufferKernel
{
    /// <inheritdoc/>
    public override unsafe void Run(BufferView[] inputs, BufferView[] outputs)
    {
        Require.SameDType(Function, "start", DType.Int64, inputs[0].DType);
        Require.SameDType(Function, "output", DType.Int64, outputs[0].DType);
        CopyExecutor.Run(inputs[0], outputs[0]);
        var starts = (long*)outputs[0].Pointer;
        for (long i = 0; i < outputs[0].Layout.Count; i++)
            starts[i] = Place(starts[i], Axes[(int)(i % Axes.Length)]);
        GC.KeepAlive(outputs[0]);
    }

    private long Place(long start, int axis)
    {
        long place = start < 0 ? start + Shape[axis] : start;
        if (place < 0 || place > Shape[axis] - Sizes[axis])
            throw new ArgumentOutOfRangeException(nameof(start), start,
                $"{Function}: a slice of length {Sizes[axis]} that starts at {start} is out of range for axis {axis} of shape [{string.Join(',', Shape)}].");
        return place;
    }
}
