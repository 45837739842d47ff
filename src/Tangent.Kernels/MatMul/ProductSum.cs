using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// A sum of products of matrices that lie apart in two arrays, as one product: the matrices stand side by side in the depth. They are packed
/// from where they lie. Blocked as <see cref="BlockedProduct{T, TKernel, TStorage}"/> is, so that one term gives the same bits.
/// </summary>
internal static unsafe class ProductSum<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    // The side of the blocks of output that are summed at a time.
    private const int Side = 1024;

    /// <summary>target = Σ x·y over terms, where x and y give rows, columns and strides, and where terms begin to count. No terms give zeros.</summary>
    public static void Run(StridedMatrix x, StridedMatrix y, ReadOnlySpan<ProductTerm> terms, ProductTarget target)
    {
        long depth = 0;
        foreach (ProductTerm term in terms)
            depth += term.Depth;
        for (int row = 0; row < x.Rows; row += Side)
            for (int column = 0; column < y.Columns; column += Side)
            {
                StridedMatrix rows = x.Block(row, Math.Min(Side, x.Rows - row), 0, 0, TStorage.Size), columns = y.Block(0, 0, column, Math.Min(Side, y.Columns - column), TStorage.Size);
                if (depth == 0)
                    Clear(target.From(row, column), rows.Rows, columns.Columns);
                else
                    RunBlock(rows, columns, terms, depth, target.From(row, column));
            }
    }

    private static void RunBlock(StridedMatrix x, StridedMatrix y, ReadOnlySpan<ProductTerm> terms, long depth, in ProductTarget target)
    {
        ProductScratch scratch = ProductScratch.Current;
        int parts = TStorage.Parts;
        var blocking = Blocking.For(x.Rows, depth * parts, (long)y.Columns * parts, sizeof(T), parts, 2 * TKernel.Lanes);
        long stride = TStorage.HoldsSums ? (long)target.Stride * parts : (long)y.Columns * parts;
        T* sums = TStorage.HoldsSums ? (T*)target.Pointer : scratch.Sums.Take<T>(x.Rows * stride);
        int step = blocking.Depth / parts, padded = Packer<T, TKernel, TStorage>.Padded(y.Columns * parts);
        for (long start = 0; start < depth; start += step)
        {
            int count = (int)Math.Min(step, depth - start), steps = count * parts;
            T* packedY = scratch.Y.Take<T>((long)padded * steps);
            foreach (TermPart part in new TermParts(terms, start, count))
                Packer<T, TKernel, TStorage>.PackY(new(y.Pointer + (part.Term.Y + part.From * y.RowStride) * TStorage.Size, part.Depth, y.Columns, y.RowStride, y.ColumnStride), packedY, steps, part.At);
            for (int row = 0; row < x.Rows; row += blocking.Rows)
            {
                int rows = Math.Min(blocking.Rows, x.Rows - row);
                T* packedX = scratch.X.Take<T>((long)rows * steps);
                foreach (TermPart part in new TermParts(terms, start, count))
                    Packer<T, TKernel, TStorage>.PackX(
                        new(x.Pointer + (part.Term.X + row * x.RowStride + part.From * x.ColumnStride) * TStorage.Size, rows, part.Depth, x.RowStride, x.ColumnStride), packedX, steps, part.At);
                new PanelProduct<T, TKernel>(Panels<T>.Packed(packedX, steps), rows, steps, Panels<T>.Packed(packedY, steps))
                    .Run(sums + row * stride, stride, y.Columns * parts, start > 0);
            }
        }
        if (target.NeedsFinish(TStorage.HoldsSums))
            target.Finish<T, TStorage>(sums, stride, x.Rows, y.Columns);
    }

    private static void Clear(in ProductTarget target, int rows, int columns)
    {
        for (int row = 0; row < rows; row++)
            NativeMemory.Clear(target.From(row, 0).Pointer, (nuint)columns * (nuint)TStorage.Size);
    }
}
