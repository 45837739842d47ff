namespace Tangent.Kernels;

/// <summary>Counts starts of slices from the front, and refuses those out of range.</summary>
internal static unsafe class SliceStartsExecutor
{
    /// <summary>Both arrays are int64 and hold, along the last axis, one start for each addressed axis.</summary>
    public static void Run(SliceStartsKernel kernel, BufferView input, BufferView output)
    {
        Require.SameDType(kernel.Function, "start", DType.Int64, input.DType);
        Require.SameDType(kernel.Function, "output", DType.Int64, output.DType);
        CopyExecutor.Run(input, output);
        var starts = (long*)output.Pointer;
        for (long i = 0; i < output.Layout.Count; i++)
            starts[i] = Place(kernel, starts[i], kernel.Axes[(int)(i % kernel.Axes.Length)]);
        GC.KeepAlive(output);
    }

    private static long Place(SliceStartsKernel kernel, long start, int axis)
    {
        long place = start < 0 ? start + kernel.Shape[axis] : start;
        if (place < 0 || place > kernel.Shape[axis] - kernel.Sizes[axis])
            throw new ArgumentOutOfRangeException(nameof(start), start,
                $"{kernel.Function}: a slice of length {kernel.Sizes[axis]} that starts at {start} is out of range for axis {axis} of shape [{string.Join(',', kernel.Shape)}].");
        return place;
    }
}
