namespace Tangent.Kernels;

/// <summary>
/// How the elements of a reduction are grouped: a function of shape and axes alone, and of the lanes in a register. Nothing
/// else may change a sum's last bits: not strides, a prologue, emission, threads, or a row-wise kernel around it.
/// </summary>
/// <remarks>
/// <para>
/// The shape, less axes of length one, says along what elements are grouped, as if the input were row-major. Each grouping has a
/// traversal for inputs that run along what is reduced, and one for those that run across.
/// </para>
/// <para>
/// <em>Rows</em>, where 32 elements or more are reduced along the last axes, or before fewer than 64 kept ones. A row is the last
/// reduced axis, with those just before it while it is shorter than 512. It is cut into blocks of 2,048. Four registers take a
/// block's vectors by turns, the first also those after the last four; they are combined in pairs, then lanes by halves, then what
/// fills no vector follows one by one. The results of an output's blocks are added to one total in row-major order.
/// </para>
/// <para>
/// <em>Columns</em>, everywhere else. The elements of blocks of 128 are added up one after the other, blocks to totals, and the
/// totals of segments to each other, in order.
/// </para>
/// </remarks>
internal sealed class FoldGrouping
{
    /// <summary>The most elements of a row that are reduced at once.</summary>
    public const int BlockElements = 2048;

    /// <summary>Elements of a column that are reduced at once.</summary>
    public const int BlockRows = 128;

    // A longer row is not made longer still by the axes before it: its blocks are long enough.
    private const int LongRow = 512;

    // A shorter row fills too few registers.
    private const int ShortRow = 32;

    // Fewer do not fill the registers that go down columns. Row-wise kernels have no shorter rows.
    private const int FewColumns = 64;

    private const int SegmentElements = 256 * 1024;

    // More threads than this find no work in one column.
    private const int MostSegments = 64;

    /// <summary>The grouping of a shape whose <paramref name="axes"/> are reduced.</summary>
    public FoldGrouping(int[] shape, int[] axes)
    {
        Kept = AxesOf(shape, axes, areReduced: false);
        Reduced = AxesOf(shape, axes, areReduced: true);
        int last = Reduced.Length == 0 ? -1 : Reduced[^1];
        int before = LastBefore(Kept, last);
        int[] row = Array.FindAll(Reduced, axis => axis > before);
        AreRows = Length(shape, row) >= ShortRow && Length(shape, Array.FindAll(Kept, axis => axis > last)) < FewColumns;
        Row = AreRows ? LastOf(shape, row) : [];
        Reduced = Reduced[..^Row.Length];
        Rows = Length(shape, Reduced);
        RowsPerSegment = SegmentOf(Rows, Length(shape, Kept));
    }

    /// <summary>True if elements are grouped along rows, false if in columns.</summary>
    public bool AreRows { get; }

    /// <summary>The axes of a row; none for columns.</summary>
    public int[] Row { get; }

    /// <summary>The axes of the output.</summary>
    public int[] Kept { get; }

    /// <summary>The other reduced axes.</summary>
    public int[] Reduced { get; }

    /// <summary>Elements of all axes in <see cref="Reduced"/>.</summary>
    public long Rows { get; }

    /// <summary>Elements of a column that go to one total: whole blocks.</summary>
    public long RowsPerSegment { get; }

    /// <summary>Elements that go to one total, in columns of so many rows.</summary>
    public static long SegmentOf(long rows, long columns)
    {
        long most = Math.Max(SegmentElements / Math.Min(columns, BlockElements), (rows + MostSegments - 1) / MostSegments);
        return (most + BlockRows - 1) / BlockRows * BlockRows;
    }

    /// <summary>Elements of a row where the axes from <paramref name="first"/> on are reduced.</summary>
    public static long RowLength(int[] shape, int first) =>
        Length(shape, LastOf(shape, [.. Enumerable.Range(first, shape.Length - first)]));

    private static int[] AxesOf(int[] shape, int[] axes, bool areReduced)
    {
        var found = new List<int>(shape.Length);
        for (int axis = 0; axis < shape.Length; axis++)
            if (shape[axis] != 1 && Array.IndexOf(axes, axis) >= 0 == areReduced)
                found.Add(axis);
        return [.. found];
    }

    private static int LastBefore(int[] axes, int end)
    {
        int place = Array.FindLastIndex(axes, axis => axis < end);
        return place < 0 ? -1 : axes[place];
    }

    private static int[] LastOf(int[] shape, int[] axes)
    {
        int first = axes.Length - 1;
        for (long length = shape[axes[first]]; first > 0 && length < LongRow; length *= shape[axes[first]])
            first--;
        return axes[first..];
    }

    private static long Length(int[] shape, int[] axes)
    {
        long length = 1;
        foreach (int axis in axes)
            length *= shape[axis];
        return length;
    }
}
