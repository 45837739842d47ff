using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A row function that stores its outputs past the caches (<see cref="Streaming"/>).</summary>
/// <param name="Scalars">A bit for each input that is a single element.</param>
/// <param name="Row">The function; null where it cannot be emitted.</param>
internal sealed record StreamingRow(ulong Scalars, LoopFunction? Row)
{
    /// <summary>Emits the function, if that is possible.</summary>
    public static StreamingRow Make(Program program, ulong scalars) => new(
        scalars,
        RuntimeFeature.IsDynamicCodeSupported && !program.IsFolding && Emitter.Favours(program, scalars)
            ? Emitter.Emit(program, scalars, isStreaming: true)
            : null);
}
