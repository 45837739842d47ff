namespace Tangent.Kernels;

/// <summary>Where a micro-kernel finds the panels of x: packed one after the other, or where they lie.</summary>
internal readonly unsafe struct PanelsOfX<T>
    where T : unmanaged
{
    private readonly T* pointer;
    private readonly long tileStep;
    private readonly long? depthStride;

    private PanelsOfX(T* pointer, long tileStep, long rowStride, long? depthStride)
    {
        this.pointer = pointer;
        this.tileStep = tileStep;
        RowStride = rowStride;
        this.depthStride = depthStride;
    }

    /// <summary>Elements from one row of a panel to the next.</summary>
    public long RowStride { get; }

    /// <summary>Packed panels of the given depth: the columns of a panel follow each other.</summary>
    public static PanelsOfX<T> Packed(T* pointer, int depth) => new(pointer, depth, 1, null);

    /// <summary>Rows of a matrix where they lie.</summary>
    public static PanelsOfX<T> InPlace(MatrixView x) => new((T*)x.Pointer, x.RowStride, x.RowStride, x.ColumnStride);

    /// <summary>The panel that starts at a row.</summary>
    public T* At(long row) => pointer + row * tileStep;

    /// <summary>Elements from one column of a panel to the next, in a panel of the given height.</summary>
    public long DepthStride(int height) => depthStride ?? height;
}
