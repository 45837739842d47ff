namespace Tangent.Kernels;

/// <summary>
/// Gauss elimination with row exchanges, by halves of the columns (Toledo, "Locality of reference in LU decomposition with partial pivoting", 1997). A column of zeros is
/// passed over, so that a singular matrix has a factorisation too.
/// </summary>
internal static unsafe class Lu<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int FewColumns = 8;
    private const int ManyColumns = 16;

    /// <summary>
    /// Factors dense a [rows, columns] into <paramref name="lu"/>: at step i row i was exchanged with row pivots[i], and row i of L·U
    /// is row places[i] of a.
    /// </summary>
    public static void Run(T* a, int rows, int columns, T* lu, uint* pivots, uint* places)
    {
        new Span<T>(a, checked(rows * columns)).CopyTo(new Span<T>(lu, rows * columns));
        for (int i = 0; i < rows; i++)
            places[i] = (uint)i;
        int count = Math.Min(rows, columns);
        if (count == 0)
            return;
        FactorPanel(lu, rows, columns, 0, count, pivots, places);
        TriangularSolve<T, TField>.Lower(lu, columns, count, true, lu + count, columns, columns - count);
    }

    // The first half of the columns, what it takes off the others, and these.
    private static void FactorPanel(T* lu, int rows, int columns, int start, int end, uint* pivots, uint* places)
    {
        if (end - start <= FewColumns)
        {
            FactorColumns(lu, rows, columns, start, end, pivots, places);
            return;
        }
        int middle = (start + end) / 2;
        FactorPanel(lu, rows, columns, start, middle, pivots, places);
        T* right = lu + (long)start * columns + middle;
        TriangularSolve<T, TField>.Lower(lu + (long)start * columns + start, columns, middle - start, true, right, columns, end - middle);
        if (end - middle >= ManyColumns)
        {
            ProductUpdate<T, TField>.Subtract(
                lu + (long)middle * columns + middle,
                columns,
                new((byte*)(lu + (long)middle * columns + start), rows - middle, middle - start, columns, 1),
                new((byte*)right, middle - start, end - middle, columns, 1));
        }
        else
        {
            for (int i = middle; i < rows; i++)
                TField.SubtractRows(lu + (long)i * columns + middle, right, columns, lu + (long)i * columns + start, middle - start, end - middle);
        }
        FactorPanel(lu, rows, columns, middle, end, pivots, places);
    }

    // A few columns, each copied to lie in one piece below the others: so long rows are subtracted.
    private static void FactorColumns(T* lu, int rows, int columns, int start, int end, uint* pivots, uint* places)
    {
        int count = end - start, height = rows - start;
        using var copy = new Scratch<T>((long)count * height);
        T* first = lu + (long)start * columns + start;
        PanelTransposition<T>.Copy(first, columns, height, count, height, copy.Pointer);
        for (int j = 0; j < count; j++)
        {
            T* column = copy.Pointer + (long)j * height;
            int pivot = j + TField.Largest(column + j, height - j);
            pivots[start + j] = (uint)(start + pivot);
            if (pivot != j)
            {
                for (int k = 0; k < count; k++)
                    (copy.Pointer[(long)k * height + j], copy.Pointer[(long)k * height + pivot]) = (copy.Pointer[(long)k * height + pivot], copy.Pointer[(long)k * height + j]);
                Exchange(lu, columns, start + j, start + pivot, places);
            }
            Eliminate(column, j, height, count - j - 1);
        }
        PanelTransposition<T>.Copy(copy.Pointer, height, count, height, columns, first);
    }

    private static void Eliminate(T* column, int pivot, int height, int others)
    {
        if (TField.Magnitude(column[pivot]) == 0)
            return;
        TField.DivideRow(column + pivot + 1, column[pivot], height - pivot - 1);
        for (int k = 1; k <= others; k++)
        {
            T* other = column + (long)k * height;
            TField.SubtractRows(other + pivot + 1, column + pivot + 1, 0, other + pivot, 1, height - pivot - 1);
        }
    }

    private static void Exchange(T* lu, int columns, int i, int j, uint* places)
    {
        T* first = lu + (long)i * columns, second = lu + (long)j * columns;
        for (int k = 0; k < columns; k++)
            (first[k], second[k]) = (second[k], first[k]);
        (places[i], places[j]) = (places[j], places[i]);
    }
}
