namespace Tangent.Kernels;

/// <summary>Substitution in blocks: within a block row by row, and the rest by products.</summary>
internal static unsafe class TriangularSolve<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int BlockRows = 64;

    /// <summary>x = a⁻¹·b for dense a [n, n], of which a triangle is read, and b [n, columns].</summary>
    public static void Run(T* a, T* b, int n, int columns, bool upper, bool unit, T* x)
    {
        new Span<T>(b, checked(n * columns)).CopyTo(new Span<T>(x, n * columns));
        if (upper)
            Upper(a, n, n, unit, x, columns, columns);
        else
            Lower(a, n, n, unit, x, columns, columns);
    }

    /// <summary>The same in place, where rows of a and b lie as far apart as said.</summary>
    public static void Lower(T* a, long strideOfA, int n, bool unit, T* b, long stride, int columns)
    {
        for (int start = 0; start < n; start += BlockRows)
        {
            int end = Math.Min(n, start + BlockRows);
            for (int i = start; i < end; i++)
            {
                Subtract(b + i * stride, b + start * stride, stride, a + i * strideOfA + start, i - start, columns);
                Divide(b + i * stride, a[i * strideOfA + i], unit, columns);
            }
            ProductUpdate<T, TField>.Subtract(
                b + end * stride, stride, View(a + end * strideOfA + start, n - end, end - start, strideOfA), View(b + start * stride, end - start, columns, stride));
        }
    }

    /// <summary>The same with the upper triangle, from the last row to the first.</summary>
    public static void Upper(T* a, long strideOfA, int n, bool unit, T* b, long stride, int columns)
    {
        for (int end = n; end > 0; end -= BlockRows)
        {
            int start = Math.Max(0, end - BlockRows);
            for (int i = end - 1; i >= start; i--)
            {
                Subtract(b + i * stride, b + (i + 1) * stride, stride, a + i * strideOfA + i + 1, end - i - 1, columns);
                Divide(b + i * stride, a[i * strideOfA + i], unit, columns);
            }
            ProductUpdate<T, TField>.Subtract(b, stride, View(a + start, start, end - start, strideOfA), View(b + start * stride, end - start, columns, stride));
        }
    }

    private static MatrixView View(T* first, int rows, int columns, long stride) => new((byte*)first, rows, columns, stride, 1);

    private static void Subtract(T* y, T* x, long stride, T* factors, int rows, int columns)
    {
        if (columns == 1 && stride == 1)
            *y = TField.Subtract(*y, TField.Dot(factors, x, rows));
        else
            TField.SubtractRows(y, x, stride, factors, rows, columns);
    }

    private static void Divide(T* row, T pivot, bool unit, int columns)
    {
        if (unit)
            return;
        for (int j = 0; j < columns; j++)
            row[j] = TField.Divide(row[j], pivot);
    }
}
