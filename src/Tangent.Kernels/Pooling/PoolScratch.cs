namespace Tangent.Kernels;

/// <summary>The memory that a thread's pooling works in.</summary>
internal sealed class PoolScratch
{
    [ThreadStatic] private static PoolScratch? current;

    public static PoolScratch Current => current ??= new();

    /// <summary>Where rows of the first operand begin.</summary>
    public GrowingMemory Rows { get; } = new();

    /// <summary>Where the same rows of another begin.</summary>
    public GrowingMemory OtherRows { get; } = new();

    /// <summary>The shares of a cotangent, of a row.</summary>
    public GrowingMemory Shares { get; } = new();
}
