namespace Tangent.Kernels;

/// <summary>The memory that a thread's products work in.</summary>
internal sealed class ProductScratch
{
    [ThreadStatic] private static ProductScratch? current;

    public static ProductScratch Current => current ??= new();

    /// <summary>Packed panels of x.</summary>
    public GrowingMemory X { get; } = new();

    /// <summary>Packed panels of y.</summary>
    public GrowingMemory Y { get; } = new();

    /// <summary>Sums that wait to be rounded.</summary>
    public GrowingMemory Sums { get; } = new();
}
