namespace Tangent.Kernels;

/// <summary>
/// The blocks of a product, chosen for the caches: a panel of y (depth × two registers) stays in L1 while panels of x
/// pass, a block of x (rows × depth) stays in L2, a block of y (depth × columns) in L3. All counts are in numbers, not
/// in stored elements.
/// </summary>
internal readonly struct Blocking
{
    private const int MaxDepth = 384;
    private const int BytesOfX = 256 * 1024;

    /// <summary>The bytes of a block of y where packing it costs no more than copying it.</summary>
    public const int BytesOfY = 6 * 1024 * 1024;

    private Blocking(int rows, int depth, int columns)
    {
        Rows = rows;
        Depth = depth;
        Columns = columns;
    }

    public int Rows { get; }

    public int Depth { get; }

    public int Columns { get; }

    /// <summary>Blocks of nearly equal size; depth and columns are multiples of the steps given.</summary>
    public static Blocking For(long rows, long depth, long columns, int size, int depthStep, int columnStep, int bytesOfY = BytesOfY)
    {
        int blockDepth = Even(depth, MaxDepth, depthStep);
        int maxRows = Math.Max(1, BytesOfX / (size * Math.Max(1, blockDepth)));
        int maxColumns = Math.Max(1, bytesOfY / (size * Math.Max(1, blockDepth)));
        return new(Even(rows, maxRows, 1), blockDepth, Even(columns, maxColumns, columnStep));
    }

    private static int Even(long length, long most, int step)
    {
        long block = EvenParts.Length(length, most);
        return (int)Math.Min(int.MaxValue, Math.Max(1, (block + step - 1) / step) * step);
    }
}
