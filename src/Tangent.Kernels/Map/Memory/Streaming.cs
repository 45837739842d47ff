using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>
/// Stores past the caches, for work that they cannot hold: memory so written need not be read first, and what is read stays
/// where it is.
/// </summary>
internal static class Streaming
{
    /// <summary>Bytes of a cache line: streamed vectors begin at multiples of it, as the blocks of the pool do.</summary>
    public const int LineBytes = 64;

    // Measured with a third-level cache of 32 MB, as inputs and outputs together: additions of 24 MB 0.31 ms instead of 0.43, of
    // 48 MB 0.89 instead of 1.2, of 120 MB 2.9 instead of 4.4. At 12 MB both take 0.15, and a sum of the result then twice as long.
    private const long FewestBytes = 20 << 20;

    // Bytes; no input has more elements than an output.
    private const long LargestElement = 8;

    /// <summary>True if so many bytes, read and written together, are more than the caches hold.</summary>
    public static bool IsWorthwhile(long bytes) => bytes >= FewestBytes;

    /// <summary>
    /// True if inputs and outputs are large, and no output is the memory of an input. The outputs, dense, are stored in rows of
    /// <paramref name="columns"/> elements, each from a multiple of a cache line on.
    /// </summary>
    public static unsafe bool IsWorthwhile(BufferView[] inputs, BufferView[] outputs, long columns)
    {
        if (!IsWorthwhile(outputs[0].Layout.Count * LargestElement * (inputs.Length + outputs.Length)))
            return false;
        long bytes = 0;
        foreach (BufferView input in inputs)
            bytes += input.Layout.CountWithoutRepeats * input.DType.Size;
        foreach (BufferView output in outputs)
        {
            bytes += output.Size;
            bool isOneRow = columns == output.Layout.Count;
            if ((nint)output.Pointer % LineBytes != 0 || (!isOneRow && columns * output.DType.Size % LineBytes != 0))
                return false;
            foreach (BufferView input in inputs)
                if (input.Pointer == output.Pointer)
                    return false;
        }
        return IsWorthwhile(bytes);
    }

    /// <summary>Makes what this thread has streamed seen by the threads that it tells of its work.</summary>
    public static void Finish()
    {
        if (Sse.IsSupported)
            Sse.StoreFence();
    }
}
