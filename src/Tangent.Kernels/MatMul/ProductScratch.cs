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

    /// <summary>Sums that the output cannot hold.</summary>
    public GrowingMemory Sums { get; } = new();

    /// <summary>Sums of the transposed product.</summary>
    public GrowingMemory Transposed { get; } = new();

    /// <summary>Rounded sums on their way to an epilogue.</summary>
    public GrowingMemory Rounded { get; } = new();

    /// <summary>Operands of an epilogue that do not lie as it reads them.</summary>
    public GrowingMemory Gathered { get; } = new();

    /// <summary>Rows of x that lie apart, side by side.</summary>
    public GrowingMemory StackedRows { get; } = new();

    /// <summary>Rows of a result before they go to places that lie apart.</summary>
    public GrowingMemory StackedResults { get; } = new();
}
