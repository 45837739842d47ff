using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// A row function for outputs that the caches cannot hold: stored past them, they need not be read first, and leave the
/// inputs where they are.
/// </summary>
/// <param name="Scalars">A bit for each input that is a single element.</param>
/// <param name="Row">The function; null where it cannot be emitted.</param>
internal sealed record StreamingRow(ulong Scalars, RowFunction? Row)
{
    // Measured: additions of 40 MB take 2.9 ms instead of 4.4. Smaller outputs are often read before they have left the
    // third-level cache.
    private const long FewestBytes = 32 << 20;

    // What a streamed vector needs, and what a block of the pool offers.
    private const int Alignment = 64;

    /// <summary>True if the outputs are large, and none of them is the memory of an input.</summary>
    public static unsafe bool IsWorthwhile(BufferView[] inputs, BufferView[] outputs, long count)
    {
        long bytes = 0;
        foreach (BufferView output in outputs)
        {
            bytes += count * output.DType.Size;
            if ((nint)output.Pointer % Alignment != 0)
                return false;
            foreach (BufferView input in inputs)
                if (input.Pointer == output.Pointer)
                    return false;
        }
        return bytes >= FewestBytes;
    }

    /// <summary>Emits the function, if that is possible.</summary>
    public static StreamingRow Make(Program program, ulong scalars) => new(
        scalars,
        RuntimeFeature.IsDynamicCodeSupported && !program.IsFolding && Emitter.Favours(program, scalars)
            ? Emitter.Emit(program, scalars, isStreaming: true)
            : null);
}
