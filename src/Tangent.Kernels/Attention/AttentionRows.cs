namespace Tangent.Kernels;

/// <summary>The rows of heads in an array [batch, heads, repeats, queries, …] or, without repeats, [batch, heads, keys, …], with any strides.</summary>
internal readonly unsafe struct AttentionRows<T, TStorage>
    where T : unmanaged
    where TStorage : IStorage<T>
{
    private readonly BufferView view;
    private readonly int heads;
    private readonly int queries;
    private readonly long batchStride;
    private readonly long headStride;
    private readonly long repeatStride;
    private readonly long rowStride;

    public AttentionRows(BufferView view, bool hasRepeats)
    {
        this.view = view;
        long[] strides = view.Layout.Strides;
        int[] shape = view.Layout.Shape;
        int row = hasRepeats ? 3 : 2;
        (heads, queries) = (shape[1], shape[row]);
        (batchStride, headStride, rowStride) = (strides[0], strides[1], strides[row]);
        repeatStride = hasRepeats ? strides[2] : 0;
        (Columns, ColumnStride) = shape.Length > row + 1 ? (shape[^1], strides[^1]) : (1, 0);
    }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; }

    /// <summary>Elements from one number of a row to the next.</summary>
    public long ColumnStride { get; }

    /// <summary>The address of a row of a head.</summary>
    public byte* At(int group, int row)
    {
        (int example, int head) = Math.DivRem(group, heads);
        (int repeat, int query) = Math.DivRem(row, queries);
        return view.Pointer + (example * batchStride + head * headStride + repeat * repeatStride + query * rowStride) * view.DType.Size;
    }

    /// <summary>Rows of a head that follow each other, as a matrix; they belong to one repeat.</summary>
    public StridedMatrix Matrix(int group, int row, int rows) => new(At(group, row), rows, Columns, rowStride, ColumnStride);

    /// <summary>Copies rows, converted, to dense memory whose rows are <paramref name="stored"/> apart, with zeros behind the numbers.</summary>
    public void Load(int group, int row, int rows, int stored, T* destination)
    {
        while (rows > 0)
        {
            int count = Math.Min(rows, queries - row % queries);
            TStorage.PackY(Matrix(group, row, count), stored, destination);
            (row, rows) = (row + count, rows - count);
            destination += (long)count * stored;
        }
    }
}
