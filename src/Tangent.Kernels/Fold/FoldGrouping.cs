namespace Tangent.Kernels;

/// <summary>
/// How the elements of a reduction are grouped: a function of shape and axes alone, and of the lanes in a register. Nothing
/// else may change a sum's last bits: not strides, a prologue, emission, threads, or a row-wise kernel around it.
/// </summary>
/// <remarks>
/// <para>
/// The shape, less axes of length one, says along what a reduction runs, as if its input were row-major. Other layouts are
/// read in other orders, and grouped alike.
/// </para>
/// <para>
/// <em>Rows</em>, where the last axis is reduced. A row is that axis, with the reduced ones just before it while it is shorter
/// than 1,024. It is cut into blocks of 2,048. Four registers take a block's vectors by turns, the first also those after
/// the last four; they are combined in pairs, then lanes by halves (<see cref="AcrossLanes{F, T}"/>), then what fills no vector
/// follows one by one. The results of an output's blocks are added to one total in row-major order.
/// </para>
/// <para>
/// <em>Columns</em>, where the last axis is kept, or the last row is shorter than 32 and some kept axes are longer. Columns one
/// element wide add up 64 rows one after the other; such blocks are added to totals, and the totals of segments to each other,
/// in order. Fewer than 64 columns take many rows as one wide one, whose parts are added in halves at the end.
/// </para>
/// </remarks>
internal sealed class FoldGrouping
{
    /// <summary>The most elements of a row that are reduced at once.</summary>
    public const int BlockElements = 2048;

    /// <summary>Wide rows that columns add in the elements' type, before they go to a total.</summary>
    public const int RowsPerBlock = 64;

    private const int LongRow = 1024;
    private const int ShortRow = 32;
    private const int FewColumns = 64;
    private const int WideRow = 1024;
    private const int SegmentElements = 256 * 1024;

    // More threads than this find no work in one column.
    private const int MostSegments = 64;

    /// <summary>The grouping of a shape whose <paramref name="axes"/> are reduced.</summary>
    public FoldGrouping(int[] shape, int[] axes)
    {
        int[] kept = AxesOf(shape, axes, areReduced: false), reduced = AxesOf(shape, axes, areReduced: true);
        int[] last = Last(reduced, kept);
        int[] columns = Length(shape, last) < ShortRow ? LongerColumns(shape, kept, reduced, Length(shape, last)) : [];
        AreRows = last.Length > 0 && columns.Length == 0;
        if (AreRows)
        {
            Inner = LastOf(shape, last);
            Kept = kept;
            Reduced = reduced[..^Inner.Length];
            return;
        }
        Inner = columns;
        Kept = Array.FindAll(kept, axis => Array.IndexOf(columns, axis) < 0);
        Reduced = reduced;
        Run = Length(shape, reduced);
        WideRows = Run;
        Columns = Length(shape, Inner);
        if (last.Length == 0 && reduced.Length > 0 && Columns < FewColumns)
            Widen(Length(shape, Last(reduced, Array.FindAll(kept, axis => axis < columns[0]))));
    }

    private FoldGrouping(long rows, long columns)
    {
        (Kept, Reduced, Inner) = ([], [0], [1]);
        (Run, WideRows, Columns) = (rows, rows, columns);
        if (columns < FewColumns)
            Widen(rows);
    }

    /// <summary>True if elements are grouped along rows, false if in columns.</summary>
    public bool AreRows { get; }

    /// <summary>The axes of a row, or those that lie along a row of columns.</summary>
    public int[] Inner { get; }

    /// <summary>The other axes of the output.</summary>
    public int[] Kept { get; }

    /// <summary>The other reduced axes.</summary>
    public int[] Reduced { get; }

    /// <summary>Columns side by side.</summary>
    public long Columns { get; }

    /// <summary>Rows of columns after which a wide row begins anew.</summary>
    public long Run { get; private set; }

    /// <summary>Rows of columns in a wide row: row i of a run is part i modulo this.</summary>
    public long Parts { get; private set; } = 1;

    /// <summary>Wide rows in all.</summary>
    public long WideRows { get; private set; }

    /// <summary>Wide rows of a run; the last may have fewer parts.</summary>
    public long WideRowsPerRun => (Run + Parts - 1) / Parts;

    /// <summary>Wide rows that go to one total: whole blocks.</summary>
    public long RowsPerSegment
    {
        get
        {
            long rows = Math.Max(SegmentElements / (Math.Min(Columns, BlockElements) * Parts), (WideRows + MostSegments - 1) / MostSegments);
            return (rows + RowsPerBlock - 1) / RowsPerBlock * RowsPerBlock;
        }
    }

    /// <summary>Elements of a row where the axes from <paramref name="first"/> on are reduced.</summary>
    public static long RowLength(int[] shape, int first)
    {
        int[] axes = [.. Enumerable.Range(first, shape.Length - first)];
        return Length(shape, LastOf(shape, axes));
    }

    /// <summary>The grouping of sums over the first axis of a matrix, in columns however many there are.</summary>
    public static FoldGrouping OfColumns(long rows, long columns) => new(rows, columns);

    private void Widen(long run)
    {
        Parts = Math.Min(WideRow / Columns, run);
        WideRows = WideRows / run * ((run + Parts - 1) / Parts);
        Run = run;
    }

    private static int[] AxesOf(int[] shape, int[] axes, bool areReduced)
    {
        var found = new List<int>(shape.Length);
        for (int axis = 0; axis < shape.Length; axis++)
            if (shape[axis] != 1 && Array.IndexOf(axes, axis) >= 0 == areReduced)
                found.Add(axis);
        return [.. found];
    }

    // Those axes behind which there is none of the others.
    private static int[] Last(int[] axes, int[] others)
    {
        int end = others.Length == 0 ? -1 : others[^1];
        return Array.FindAll(axes, axis => axis > end);
    }

    // The last neighbours of kept axes that are longer than a row of the given length; the very last if there is no row.
    private static int[] LongerColumns(int[] shape, int[] kept, int[] reduced, long length)
    {
        bool isRow = Last(reduced, kept).Length > 0;
        for (int[] rest = kept; rest.Length > 0;)
        {
            int[] columns = Last(rest, Array.FindAll(reduced, axis => axis < rest[^1]));
            if (!isRow || Length(shape, columns) > length)
                return columns;
            rest = rest[..^columns.Length];
        }
        return [];
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
