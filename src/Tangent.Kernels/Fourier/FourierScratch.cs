namespace Tangent.Kernels;

/// <summary>The memory that a thread's Fourier transforms work in.</summary>
internal sealed class FourierScratch
{
    [ThreadStatic] private static FourierScratch? current;

    public static FourierScratch Current => current ??= new();

    /// <summary>Between the passes of a transform on lanes, by turns with <see cref="Pong"/>.</summary>
    public GrowingMemory Ping { get; } = new();

    /// <inheritdoc cref="Ping"/>
    public GrowingMemory Pong { get; } = new();

    /// <summary>Spectra of real lines on lanes.</summary>
    public GrowingMemory Spectrum { get; } = new();

    /// <summary>The matrix between the two steps of a long row.</summary>
    public GrowingMemory Matrix { get; } = new();

    /// <summary>Real and imaginary parts of a row, apart.</summary>
    public GrowingMemory Planes { get; } = new();

    /// <summary>The same of a convolution's padded rows.</summary>
    public GrowingMemory Padded { get; } = new();
}
