namespace Tangent.Kernels;

/// <summary>
/// Gauss elimination with row exchanges, by blocks of columns (Golub and Van Loan, "Matrix Computations", 3.4). A column of zeros is
/// passed over, so that a singular matrix has a factorisation too.
/// </summary>
internal static unsafe class Lu<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>
    /// Factors dense a [rows, columns] into <paramref name="lu"/>: at step i row i was exchanged with row pivots[i], and row i of L·U
    /// is row places[i] of a.
    /// </summary>
    public static void Run(T* a, int rows, int columns, T* lu, uint* pivots, uint* places)
    {
        new Span<T>(a, checked(rows * columns)).CopyTo(new Span<T>(lu, rows * columns));
        for (int i = 0; i < rows; i++)
            places[i] = (uint)i;
        int count = Math.Min(rows, columns), width = count <= 32 ? 8 : count <= 768 ? 32 : 64;
        for (int start = 0; start < count; start += width)
        {
            int end = Math.Min(count, start + width);
            FactorColumns(lu, rows, columns, start, end, pivots, places);
            T* right = lu + (long)start * columns + end;
            TriangularSolve<T, TField>.Lower(lu + (long)start * columns + start, columns, end - start, true, right, columns, columns - end);
            ProductUpdate<T, TField>.Subtract(
                lu + (long)end * columns + end,
                columns,
                new((byte*)(lu + (long)end * columns + start), rows - end, end - start, columns, 1),
                new((byte*)right, end - start, columns - end, columns, 1));
        }
    }

    private static void FactorColumns(T* lu, int rows, int columns, int start, int end, uint* pivots, uint* places)
    {
        T zero = TField.Make(0, 0);
        for (int j = start; j < end; j++)
        {
            int pivot = Largest(lu + j, rows, columns, j);
            pivots[j] = (uint)pivot;
            if (pivot != j)
                Exchange(lu, columns, j, pivot, places);
            T* row = lu + (long)j * columns;
            if (TField.Magnitude(row[j]) == 0)
                continue;
            for (int i = j + 1; i < rows; i++)
            {
                T* other = lu + (long)i * columns;
                T factor = TField.Divide(other[j], row[j]);
                other[j] = factor;
                if (!factor.Equals(zero))
                    TField.SubtractRows(other + j + 1, row + j + 1, 0, &factor, 1, end - j - 1);
            }
        }
    }

    private static int Largest(T* column, int rows, int stride, int from)
    {
        int best = from;
        double largest = -1;
        for (int i = from; i < rows; i++)
        {
            double magnitude = TField.Magnitude(column[(long)i * stride]);
            if (magnitude > largest)
                (best, largest) = (i, magnitude);
        }
        return best;
    }

    private static void Exchange(T* lu, int columns, int i, int j, uint* places)
    {
        T* first = lu + (long)i * columns, second = lu + (long)j * columns;
        for (int k = 0; k < columns; k++)
            (first[k], second[k]) = (second[k], first[k]);
        (places[i], places[j]) = (places[j], places[i]);
    }
}
