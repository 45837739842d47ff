namespace Tangent.Kernels;

/// <summary>
/// Where a micro-kernel finds its panels, packed one after the other or where they lie: rows of x, or columns of y, which
/// are rows of its transpose.
/// </summary>
internal readonly unsafe struct Panels<T>
    where T : unmanaged
{
    // A step of the depth is as long as the panel has rows.
    private const long Side = long.MinValue;

    private readonly T* pointer;
    private readonly long step;
    private readonly long depthStride;

    private Panels(T* pointer, long step, long rowStride, long depthStride, bool areFar)
    {
        this.pointer = pointer;
        this.step = step;
        this.depthStride = depthStride;
        RowStride = rowStride;
        AreFar = areFar;
    }

    /// <summary>Elements from one row of a panel to the next.</summary>
    public long RowStride { get; }

    /// <summary>True if they come from memory rather than from a cache.</summary>
    public bool AreFar { get; }

    /// <summary>Packed panels of the given depth: the rows of a panel lie side by side at each step of the depth.</summary>
    public static Panels<T> Packed(T* pointer, int depth) => new(pointer, depth, 1, Side, false);

    /// <summary>Rows where they lie; the depth runs along them.</summary>
    public static Panels<T> InPlace(T* pointer, long rowStride, long depthStride, bool areFar = false) =>
        new(pointer, rowStride, rowStride, depthStride, areFar);

    /// <summary>The panel that starts at a row.</summary>
    public T* At(long row) => pointer + row * step;

    /// <summary>Elements from one step of the depth to the next, in a panel of the given number of rows.</summary>
    public long DepthStride(int rows) => depthStride == Side ? rows : depthStride;
}
