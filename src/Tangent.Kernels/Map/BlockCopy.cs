namespace Tangent.Kernels;

/// <summary>Copies a small strided matrix to dense memory.</summary>
internal static unsafe class BlockCopy
{
    /// <summary>Copies rows × columns elements of <paramref name="size"/> bytes; strides are in bytes.</summary>
    public static void Run(byte* source, long down, long across, byte* destination, long rows, long columns, int size)
    {
        switch (size)
        {
            case 1: Run(source, down, across, destination, rows, columns); break;
            case 2: Run(source, down / 2, across / 2, (ushort*)destination, rows, columns); break;
            case 4: Run(source, down / 4, across / 4, (uint*)destination, rows, columns); break;
            default: Run(source, down / 8, across / 8, (ulong*)destination, rows, columns); break;
        }
    }

    private static void Run<T>(byte* source, long down, long across, T* destination, long rows, long columns)
        where T : unmanaged
    {
        T* first = (T*)source;
        if (down == 1 && across != 1)
        {
            Transposition<T>.Run(first, across, destination, columns, rows, columns);
            return;
        }
        if (down == 0 && rows > 1)
        {
            RowCopy<T>.Run(first, across, destination, columns);
            Repeat(destination, columns, rows * columns);
            return;
        }
        for (long row = 0; row < rows; row++, first += down, destination += columns)
            RowCopy<T>.Run(first, across, destination, columns);
    }

    // Fills up with copies of what is there, twice as much each time.
    private static void Repeat<T>(T* start, long done, long count)
        where T : unmanaged
    {
        for (; done < count; done *= 2)
        {
            int next = (int)Math.Min(done, count - done);
            new ReadOnlySpan<T>(start, next).CopyTo(new Span<T>(start + done, next));
        }
    }
}
