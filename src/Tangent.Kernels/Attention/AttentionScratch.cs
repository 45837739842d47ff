namespace Tangent.Kernels;

/// <summary>The memory that a thread's attention works in.</summary>
internal sealed class AttentionScratch
{
    [ThreadStatic] private static AttentionScratch? current;

    public static AttentionScratch Current => current ??= new();

    /// <summary>A block of rows, with scores and sums.</summary>
    public GrowingMemory Block { get; } = new();

    /// <summary>Products on their way to sums.</summary>
    public GrowingMemory Added { get; } = new();

    /// <summary>The cotangents of a head's keys and values.</summary>
    public GrowingMemory Head { get; } = new();
}
