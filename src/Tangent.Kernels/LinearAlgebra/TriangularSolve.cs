namespace Tangent.Kernels;

/// <summary>Substitution: small matrices row by row, larger ones by halves and products.</summary>
internal static unsafe class TriangularSolve<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int BlockRows = 64;
    private const int WidestBytes = 512;

    // Of right sides with fewer columns, all rows of a block are subtracted one by one.
    private const int FewRows = 8;
    private const int FewColumns = 16;

    /// <summary>x = a⁻¹·b for dense a [n, n], of which a triangle is read, and b [n, columns].</summary>
    public static void Run(T* a, T* b, int n, int columns, bool upper, bool unit, T* x)
    {
        new Span<T>(b, checked(n * columns)).CopyTo(new Span<T>(x, n * columns));
        if (upper)
            Upper(a, n, n, unit, x, columns, columns);
        else
            Lower(a, n, n, unit, x, columns, columns);
    }

    /// <summary>The same in place, where rows of a and b lie as far apart as said: the first half, and the rest less what that takes off.</summary>
    public static void Lower(T* a, long strideOfA, int n, bool unit, T* b, long stride, int columns)
    {
        if (n <= BlockRows)
        {
            Rows(a, strideOfA, n, false, unit, b, stride, columns);
            return;
        }
        int half = Half(n);
        Lower(a, strideOfA, half, unit, b, stride, columns);
        ProductUpdate<T, TField>.Subtract(b + half * stride, stride, View(a + half * strideOfA, n - half, half, strideOfA), View(b, half, columns, stride));
        Lower(a + half * strideOfA + half, strideOfA, n - half, unit, b + half * stride, stride, columns);
    }

    /// <summary>The same with the upper triangle, from the last row to the first.</summary>
    public static void Upper(T* a, long strideOfA, int n, bool unit, T* b, long stride, int columns)
    {
        if (n <= BlockRows)
        {
            Rows(a, strideOfA, n, true, unit, b, stride, columns);
            return;
        }
        int half = Half(n);
        Upper(a + half * strideOfA + half, strideOfA, n - half, unit, b + half * stride, stride, columns);
        ProductUpdate<T, TField>.Subtract(b, stride, View(a + half, half, n - half, strideOfA), View(b + half * stride, n - half, columns, stride));
        Upper(a, strideOfA, half, unit, b, stride, columns);
    }

    // Whole blocks, about the half.
    private static int Half(int n) => (n / 2 + BlockRows - 1) / BlockRows * BlockRows;

    // The rows of one block. Wide ones in pieces that are copied to lie close together: far apart, they would take each other's place in
    // the first cache.
    private static void Rows(T* a, long strideOfA, int n, bool upper, bool unit, T* b, long stride, int columns)
    {
        int width = WidestBytes / sizeof(T);
        if (columns <= width / 4 || stride <= width)
        {
            Substitute(a, strideOfA, n, upper, unit, b, stride, columns);
            return;
        }
        T* copy = stackalloc T[BlockRows * width];
        for (int left = 0; left < columns; left += width)
        {
            int count = Math.Min(width, columns - left);
            for (int i = 0; i < n; i++)
                new Span<T>(b + i * stride + left, count).CopyTo(new Span<T>(copy + i * width, count));
            Substitute(a, strideOfA, n, upper, unit, copy, width, count);
            for (int i = 0; i < n; i++)
                new Span<T>(copy + i * width, count).CopyTo(new Span<T>(b + i * stride + left, count));
        }
    }

    // Some rows at a time: what those that are solved take off them is a product, if it is worth one.
    private static void Substitute(T* a, long strideOfA, int n, bool upper, bool unit, T* b, long stride, int columns)
    {
        int rows = columns < FewColumns ? n : FewRows;
        for (int done = 0; done < n; done += rows)
        {
            int count = Math.Min(rows, n - done), top = upper ? n - done - count : done, solved = upper ? n - done : 0;
            if (done > 0)
                ProductUpdate<T, TField>.Subtract(
                    b + top * stride, stride, View(a + top * strideOfA + solved, count, done, strideOfA), View(b + solved * stride, done, columns, stride));
            for (int step = 0; step < count; step++)
            {
                int i = upper ? top + count - 1 - step : top + step, first = upper ? i + 1 : top;
                Subtract(b + i * stride, b + first * stride, stride, a + i * strideOfA + first, step, columns);
                if (!unit)
                    TField.DivideRow(b + i * stride, a[i * strideOfA + i], columns);
            }
        }
    }

    private static StridedMatrix View(T* first, int rows, int columns, long stride) => new((byte*)first, rows, columns, stride, 1);

    private static void Subtract(T* y, T* x, long stride, T* factors, int rows, int columns)
    {
        if (columns == 1 && stride == 1)
            *y = TField.Subtract(*y, TField.Dot(factors, x, rows));
        else
            TField.SubtractRows(y, x, stride, factors, rows, columns);
    }
}
