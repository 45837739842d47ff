using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The product of a matrix of few rows with a matrix whose columns are contiguous: scalar products, two columns at a
/// time, each read once in a stream.
/// </summary>
internal static unsafe class DotProduct<T, TVector, TSimd, TStorage>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
    where TStorage : IStorage<T>
{
    // x stays in the first cache while the columns of y pass.
    private const int BytesOfX = 16 * 1024;

    public static bool Fits(StridedMatrix x, StridedMatrix y) =>
        TStorage.HoldsSums && TStorage.Parts == 1 && y.RowStride == 1 && y.Rows >= TSimd.Count && x.Rows <= TSimd.Rows;

    /// <summary>output = x·y, where rows of the output are <paramref name="stride"/> elements apart.</summary>
    public static void Run(StridedMatrix x, StridedMatrix y, T* output, long stride)
    {
        int vectors = Math.Max(1, BytesOfX / (x.Rows * TSimd.Count * sizeof(T)));
        int step = vectors * TSimd.Count;
        long ahead = Prefetch.IsWorthwhile((double)y.Rows * y.Columns * sizeof(T)) ? 2 * y.ColumnStride : 0;
        for (long start = 0; start < x.Columns; start += step)
        {
            int depth = (int)Math.Min(step, x.Columns - start);
            T* packed = PackX(x.Block(0, x.Rows, start, depth, sizeof(T)));
            for (long j = 0; j < y.Columns; j += 2)
            {
                // An odd last column is its own partner; the second result is dropped.
                bool pair = j + 1 < y.Columns;
                T* left = (T*)y.Pointer + start + j * y.ColumnStride;
                T* right = pair ? left + y.ColumnStride : left;
                RunPair(x.Rows, depth, packed, left, right, ahead, pair, output + j, stride, start > 0);
            }
        }
    }

    [SkipLocalsInit]
    private static void RunPair(
        int rows, int depth, T* x, T* left, T* right, long ahead, bool pair, T* output, long stride, bool accumulate)
    {
        T* sums = stackalloc T[2 * rows];
        new Span<T>(sums, 2 * rows).Clear();
        for (int i = 0; accumulate && i < rows; i++)
        {
            sums[2 * i] = output[i * stride];
            sums[2 * i + 1] = pair ? output[i * stride + 1] : default;
        }
        int vectors = depth / TSimd.Count, whole = vectors * TSimd.Count;
        DotKernel<T, TVector, TSimd>.Run(rows, vectors, x, left, right, (nint)ahead, sums);
        if (whole < depth)
        {
            // x is packed with zeros up to a full vector; the rest of y's columns gets them here.
            T* rest = stackalloc T[2 * TSimd.Count];
            new Span<T>(rest, 2 * TSimd.Count).Clear();
            ShortRun.Copy(left + whole, rest, depth - whole);
            ShortRun.Copy(right + whole, rest + TSimd.Count, depth - whole);
            DotKernel<T, TVector, TSimd>.Run(rows, 1, x + (long)rows * whole, rest, rest + TSimd.Count, 0, sums);
        }
        for (int i = 0; i < rows; i++)
        {
            output[i * stride] = sums[2 * i];
            if (pair)
                output[i * stride + 1] = sums[2 * i + 1];
        }
    }

    private static T* PackX(StridedMatrix x)
    {
        int vectors = (x.Columns + TSimd.Count - 1) / TSimd.Count;
        T* packed = ProductScratch.Current.X.Take<T>((long)vectors * TSimd.Count * x.Rows);
        for (int p = 0; p < x.Columns; p += TSimd.Count)
        {
            int count = Math.Min(TSimd.Count, x.Columns - p);
            TStorage.PackY(x.Block(0, x.Rows, p, count, sizeof(T)), TSimd.Count, packed + (long)p * x.Rows);
        }
        return packed;
    }
}
