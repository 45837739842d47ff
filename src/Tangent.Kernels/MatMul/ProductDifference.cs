using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// What is left of a matrix when a product is taken off it, in its place: panels of x are negated as they are packed, and the
/// micro-kernel adds.
/// </summary>
internal static unsafe class ProductDifference<T, TVector, TSimd, TStorage>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
    where TStorage : IStorage<T>
{
    // Of y as much stays where it lies as the first caches hold beside the panels of x.
    private const int BytesInPlace = 64 * 1024;

    /// <summary>The steps of depth after which sums go to memory; parts of a difference take the same, since another would round otherwise.</summary>
    public static int DepthOf(StridedMatrix x, StridedMatrix y) =>
        Blocking.For(x.Rows, (long)x.Columns * TStorage.Parts, (long)y.Columns * TStorage.Parts, sizeof(T), TStorage.Parts, 2 * TSimd.Count).Depth;

    /// <summary>output −= x·y, where rows of the output are <paramref name="stride"/> elements apart, over so many steps of depth at a time.</summary>
    public static void Run(StridedMatrix x, StridedMatrix y, byte* output, long stride, int depth)
    {
        int parts = TStorage.Parts;
        Blocking blocking = Blocking.For(x.Rows, depth, (long)y.Columns * parts, sizeof(T), parts, 2 * TSimd.Count);
        int columns = blocking.Columns / parts, step = depth / parts;
        for (int column = 0; column < y.Columns; column += columns)
            for (int start = 0; start < x.Columns; start += step)
            {
                int count = Math.Min(columns, y.Columns - column), steps = Math.Min(step, x.Columns - start);
                StridedMatrix blockOfY = y.Block(start, steps, column, count, TStorage.Size);
                RunStrip(x.Block(0, x.Rows, start, steps, TStorage.Size), blockOfY, (T*)output + (long)column * parts, stride * parts, blocking.Rows);
            }
    }

    private static void RunStrip(StridedMatrix x, StridedMatrix y, T* output, long stride, int height)
    {
        ProductScratch scratch = ProductScratch.Current;
        int parts = TStorage.Parts, depth = x.Columns * parts;
        bool inPlace = parts == 1 && TStorage.HoldsSums && y.ColumnStride == 1 && (long)y.Rows * y.Columns * sizeof(T) <= BytesInPlace;
        int whole = inPlace ? y.Columns / TSimd.Count * TSimd.Count : 0, rest = y.Columns - whole;
        T* packedY = rest == 0 ? null : Packer<T, MicroKernel<T, TVector, TSimd>, TStorage>.PackY(y.Block(0, y.Rows, whole, rest, TStorage.Size), scratch.Y);
        for (int row = 0; row < x.Rows; row += height)
        {
            int rows = Math.Min(height, x.Rows - row);
            T* packedX = Packer<T, MicroKernel<T, TVector, TSimd>, TStorage>.PackX(x.Block(row, rows, 0, x.Columns, TStorage.Size), scratch.X);
            Negate(packedX, (long)rows * depth);
            Panels<T> panelsOfX = Panels<T>.Packed(packedX, depth);
            T* sums = output + row * stride;
            if (whole > 0)
                new PanelProduct<T, MicroKernel<T, TVector, TSimd>>(panelsOfX, rows, depth, Panels<T>.InPlace((T*)y.Pointer, 1, y.RowStride))
                    .Run(sums, stride, whole, true);
            if (rest > 0)
                new PanelProduct<T, MicroKernel<T, TVector, TSimd>>(panelsOfX, rows, depth, Panels<T>.Packed(packedY, depth))
                    .Run(sums + whole, stride, rest * parts, true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Negate(T* x, long count)
    {
        Vector<T> signs = Vector.As<ulong, T>(new Vector<ulong>(sizeof(T) == 4 ? 0x8000_0000_8000_0000 : 0x8000_0000_0000_0000));
        long i = 0;
        for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
            Vector.Store(Vector.Load(x + i) ^ signs, x + i);
        for (; i < count; i++)
            if (sizeof(T) == 4)
                ((float*)x)[i] = -((float*)x)[i];
            else
                ((double*)x)[i] = -((double*)x)[i];
    }
}
