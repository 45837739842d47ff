using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>
/// destination[p·height + i] = source[i·stride + p] for i below the rows, zero from there up to the height.
/// </summary>
internal static unsafe class PanelTransposition<T>
    where T : unmanaged
{
    public static void Run(T* source, long stride, int rows, int columns, int height, T* destination)
    {
        if (rows < height)
            new Span<T>(destination, checked(columns * height)).Clear();
        Copy(source, stride, rows, columns, height, destination);
    }

    /// <summary>The same, where what lies between the columns of the destination stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(T* source, long stride, int rows, int columns, int height, T* destination)
    {
        int side = 16 / sizeof(T);
        if (sizeof(T) is not (4 or 8) || !SmallTranspose.IsSupported || rows < side || columns < side)
        {
            OneByOne(source, stride, rows, 0, columns, height, destination);
            return;
        }
        int done = columns / side * side;
        int line = 64 / sizeof(T);
        for (int p = 0; p < done; p += line)
            Lines(source + p, stride, rows, Math.Min(line, done - p), height, destination + (long)p * height);
        OneByOne(source, stride, rows, done, columns, height, destination);
    }

    // Up to a cache line of each row. A few rows are finished before the next, since rows a power of two apart drive
    // each other out of the cache. The last few reach back over rows that are done already rather than past the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lines(T* source, long stride, int rows, int columns, int height, T* destination)
    {
        int side = 16 / sizeof(T);
        bool tall = SmallTranspose.HasTall && rows >= 2 * side;
        int step = tall ? 2 * side : side;
        for (int i = 0; i < rows; i += step)
        {
            int row = Math.Min(i, rows - step);
            T* from = source + row * stride;
            Prefetch.Bring(from + 128 / sizeof(T), stride, step);
            for (int p = 0; p < columns; p += side)
            {
                if (tall)
                    Tall(from + p, stride, destination + (long)p * height + row, height);
                else
                    Square(from + p, stride, destination + (long)p * height + row, height);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tall(T* source, long stride, T* destination, int height)
    {
        if (sizeof(T) == 4)
            SmallTranspose.EightByFour((float*)source, stride, (float*)destination, height);
        else
            SmallTranspose.FourByTwo((double*)source, stride, (double*)destination, height);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(T* source, long stride, T* destination, int height)
    {
        if (sizeof(T) == 4)
            SmallTranspose.FourByFour((float*)source, stride, (float*)destination, height);
        else
            SmallTranspose.TwoByTwo((double*)source, stride, (double*)destination, height);
    }

    private static void OneByOne(T* source, long stride, int rows, int start, int columns, int height, T* destination)
    {
        for (int p = start; p < columns; p++)
        {
            for (int i = 0; i < rows; i++)
                destination[(long)p * height + i] = source[i * stride + p];
        }
    }
}
