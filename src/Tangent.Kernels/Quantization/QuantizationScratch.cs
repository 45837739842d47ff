namespace Tangent.Kernels;

/// <summary>The memory in which a thread's products of quantised matrices work, beside that of products.</summary>
internal sealed class QuantizationScratch
{
    [ThreadStatic] private static QuantizationScratch? current;

    public static QuantizationScratch Current => current ??= new();

    /// <summary>Codes, one a byte.</summary>
    public GrowingMemory Codes { get; } = new();

    /// <summary>Scales and biases as float32.</summary>
    public GrowingMemory Scales { get; } = new();

    /// <summary>Scales and biases of one row, on their way to those of several.</summary>
    public GrowingMemory RowScales { get; } = new();

    /// <summary>Words or numbers of rows, on their way to panels.</summary>
    public GrowingMemory Rows { get; } = new();
}
