namespace Tangent.Kernels;

/// <summary>Where a micro-kernel finds the panels of y.</summary>
internal readonly unsafe struct PanelsOfY<T>
    where T : unmanaged
{
    private readonly T* pointer;
    private readonly long columnStep;
    private readonly long? rowStride;

    private PanelsOfY(T* pointer, long columnStep, long? rowStride, bool areFar)
    {
        this.pointer = pointer;
        this.columnStep = columnStep;
        this.rowStride = rowStride;
        AreFar = areFar;
    }

    /// <summary>True if the rows come from memory rather than from a cache.</summary>
    public bool AreFar { get; }

    /// <summary>Packed panels of the given depth: the rows of a panel follow each other.</summary>
    public static PanelsOfY<T> Packed(T* pointer, int depth) => new(pointer, depth, null, false);

    /// <summary>Columns of a matrix with contiguous rows, where they lie.</summary>
    public static PanelsOfY<T> InPlace(T* pointer, long rowStride, bool areFar) => new(pointer, 1, rowStride, areFar);

    /// <summary>The panel that starts at a column.</summary>
    public T* At(long column) => pointer + column * columnStep;

    /// <summary>Elements from one row of a panel to the next, in a panel of the given width.</summary>
    public long Stride(int width) => rowStride ?? width;
}
