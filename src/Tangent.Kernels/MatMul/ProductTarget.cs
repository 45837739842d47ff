namespace Tangent.Kernels;

/// <summary>The part of the output that a product fills, and what becomes of its elements on the way.</summary>
internal readonly unsafe struct ProductTarget
{
    // Elements that are rounded before an epilogue at a time: they stay in the second cache.
    private const int RoundedElements = 64 * 1024;

    /// <summary>The first element.</summary>
    public readonly byte* Pointer;

    /// <summary>Elements from one row to the next.</summary>
    public readonly int Stride;

    private readonly int size;
    private readonly Epilogue? epilogue;

    /// <summary>The whole of a dense output [..., m, n], whose rows are counted through.</summary>
    public ProductTarget(BufferView output, Epilogue? epilogue)
        : this(output.Pointer, output.Layout.Shape[^1], output.DType.Size, epilogue)
    {
    }

    /// <summary>Sums in memory of one's own, whose rows lie <paramref name="stride"/> elements of <paramref name="size"/> bytes apart.</summary>
    public ProductTarget(byte* pointer, int stride, int size)
        : this(pointer, stride, size, null)
    {
    }

    private ProductTarget(byte* pointer, int stride, int size, Epilogue? epilogue)
    {
        Pointer = pointer;
        Stride = stride;
        this.size = size;
        this.epilogue = epilogue;
    }

    /// <summary>True if something is left to do with finished sums.</summary>
    public bool NeedsFinish(bool holdsSums) => epilogue is not null || !holdsSums;

    /// <summary>True if sums of elements of a type that holds them may be kept in the output's memory until they are finished.</summary>
    public bool HoldsSums => epilogue is null || epilogue.IsInPlace;

    /// <summary>The rest from a row and column on.</summary>
    public ProductTarget From(long firstRow, long firstColumn) =>
        new(Pointer + (firstRow * Stride + firstColumn) * size, Stride, size, epilogue);

    /// <summary>
    /// Makes output of finished sums, those of the first rows and columns; they lie <paramref name="stride"/> numbers apart
    /// from row to row, in the output or elsewhere.
    /// </summary>
    public void Finish<T, TStorage>(T* sums, long stride, int rows, int columns)
        where T : unmanaged
        where TStorage : IStorage<T>
    {
        if (!TStorage.HoldsSums)
            Round<T, TStorage>(sums, stride, rows, columns);
        else
            epilogue?.Run((byte*)sums, stride * sizeof(T), Pointer, rows, columns);
    }

    private void Round<T, TStorage>(T* sums, long stride, int rows, int columns)
        where T : unmanaged
        where TStorage : IStorage<T>
    {
        if (epilogue is null)
        {
            RoundRows<T, TStorage>(sums, stride, rows, columns, Pointer, Stride);
            return;
        }
        int step = Math.Max(1, RoundedElements / columns);
        byte* rounded = ProductScratch.Current.Rounded.Take<byte>((long)Math.Min(step, rows) * columns * TStorage.Size);
        for (int i = 0; i < rows; i += step)
        {
            int count = Math.Min(step, rows - i);
            RoundRows<T, TStorage>(sums + i * stride, stride, count, columns, rounded, columns);
            epilogue.Run(rounded, (long)columns * TStorage.Size, From(i, 0).Pointer, count, columns);
        }
    }

    private static void RoundRows<T, TStorage>(T* sums, long stride, int rows, int columns, byte* destination, long destinationStride)
        where T : unmanaged
        where TStorage : IStorage<T>
    {
        for (int i = 0; i < rows; i++)
            TStorage.Narrow(sums + i * stride, destination + i * destinationStride * TStorage.Size, columns);
    }
}
