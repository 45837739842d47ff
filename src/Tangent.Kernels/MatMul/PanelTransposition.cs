using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>
/// destination[p·height + i] = source[i·stride + p] for i below the rows, zero from there up to the height.
/// </summary>
internal static unsafe class PanelTransposition<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(T* source, long stride, int rows, int columns, int height, T* destination)
    {
        if (rows < height)
            new Span<T>(destination, checked(columns * height)).Clear();
        int step = 16 / sizeof(T);
        if (sizeof(T) is not (4 or 8) || !SmallTranspose.IsSupported || rows < step || columns < step)
        {
            OneByOne(source, stride, rows, 0, columns, height, destination);
            return;
        }
        int done = columns / step * step;
        for (int p = 0; p < done; p += step)
        {
            T* from = source + p;
            T* to = destination + (long)p * height;
            for (int i = 0; i < rows; i += step)
            {
                // The last square reaches back over rows that are done already rather than past the end.
                int row = Math.Min(i, rows - step);
                Square(from + row * stride, stride, to + row, height);
            }
        }
        OneByOne(source, stride, rows, done, columns, height, destination);
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
