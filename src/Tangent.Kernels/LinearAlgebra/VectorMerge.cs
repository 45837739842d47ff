using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The vectors of a whole, in rows, from those of its halves: combinations of the rows that were solved for, by two products which leave out
/// where they are zero, and the rows that were not.
/// </summary>
internal readonly unsafe ref struct VectorMerge<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int count;
    private readonly int top;
    private readonly int mixed;
    private readonly int[] kept;
    private readonly int[] places;
    private readonly Scratch<T> factors;

    public VectorMerge(Deflation deflation)
    {
        count = deflation.Kept.Count;
        factors = new((long)count * count);
        kept = new int[count];
        places = new int[count];
        int place = 0;
        foreach (RowKind kind in Kinds)
        {
            for (int k = 0; k < count; k++)
                if (deflation.Kinds[deflation.Kept[k]] == kind)
                    (kept[place], places[k]) = (deflation.Kept[k], place++);
            if (kind == RowKind.Top)
                top = place;
            else if (kind == RowKind.Mixed)
                mixed = place - top;
        }
    }

    private static ReadOnlySpan<RowKind> Kinds => [RowKind.Top, RowKind.Mixed, RowKind.Bottom];

    /// <summary>Vector j is made of the kept rows by these factors.</summary>
    public void SetFactors(long j, double* row, double scale)
    {
        T* target = factors.Pointer + j * count;
        for (int k = 0; k < count; k++)
            target[places[k]] = T.CreateTruncating(row[k] * scale);
    }

    /// <summary>
    /// Rows of <paramref name="target"/>: vector j in row <paramref name="positions"/>[j], and behind those the deflated rows. The rows of the
    /// upper half have <paramref name="split"/> columns.
    /// </summary>
    public void Run(Deflation deflation, int[] positions, T* source, T* target, long stride, int split, int width)
    {
        foreach (RowRotation rotation in deflation.Rotations)
            RealField<T>.Rotate(source + rotation.First * stride, source + rotation.Second * stride, rotation.C, rotation.S, width);
        for (int i = 0; i < deflation.Deflated.Count; i++)
            Copy(source + deflation.Deflated[i] * stride, target + positions[count + i] * stride, width);
        bool isInOrder = deflation.Deflated.Count == 0;
        using var packed = new Scratch<T>((long)count * width);
        using var sums = new Scratch<T>(isInOrder ? 0 : (long)count * width);
        T* result = isInOrder ? target : sums.Pointer;
        long step = isInOrder ? stride : width;
        Combine(source, stride, 0, top + mixed, 0, split, packed.Pointer, result, step);
        Combine(source, stride, top, count - top, split, width - split, packed.Pointer, result, step);
        for (int j = 0; j < count && !isInOrder; j++)
            Copy(result + j * step, target + positions[j] * stride, width);
    }

    public void Dispose() => factors.Dispose();

    private void Combine(T* source, long stride, int first, int rows, int column, int columns, T* packed, T* result, long step)
    {
        if (columns == 0)
            return;
        if (rows == 0)
        {
            for (int j = 0; j < count; j++)
                new Span<T>(result + j * step + column, columns).Clear();
            return;
        }
        for (int i = 0; i < rows; i++)
            Copy(source + kept[first + i] * stride + column, packed + (long)i * columns, columns);
        ProductUpdate<T, RealField<T>>.Assign(
            result + column, step, new((byte*)(factors.Pointer + first), count, rows, count, 1), new((byte*)packed, rows, columns, columns, 1));
    }

    private static void Copy(T* source, T* target, int count) => new Span<T>(source, count).CopyTo(new Span<T>(target, count));
}
