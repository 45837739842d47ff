namespace Tangent.Kernels;

/// <summary>
/// Cholesky's factor, by blocks of rows (Golub and Van Loan, "Matrix Computations", 4.2), by products of what the rows
/// above take off. Backward error n·ε·‖A‖.
/// </summary>
internal static unsafe class Cholesky<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int BlockRows = 64;

    // Blocks within a block.
    private const int FewRows = 16;
    private const int WholeVector = 8;

    /// <summary>The factor of dense a [n, n]; of a matrix that is not positive definite, or not finite, all NaN.</summary>
    public static void Run(T* a, int n, bool upper, T* factor)
    {
        for (int start = 0; start < n; start += BlockRows)
            CopyRows(a, n, start, Math.Min(n, start + BlockRows), upper, factor);
        if (Factor(factor, n, n))
            Finish(factor, n, upper);
        else
            new Span<T>(factor, checked(n * n)).Fill(TField.Make(double.NaN, 0));
    }

    // Rows of the upper triangle, or columns of the lower one.
    private static void CopyRows(T* a, int n, int start, int end, bool upper, T* factor)
    {
        if (!upper)
            PanelTransposition<T>.Copy(a + (long)start * n + start, n, n - start, end - start, n, factor + (long)start * n + start);
        for (int i = start; i < end; i++)
        {
            T* row = factor + (long)i * n;
            if (upper)
                new Span<T>(a + (long)i * n + i, n - i).CopyTo(new Span<T>(row + i, n - i));
            for (int j = i; !upper && TField.DType.IsComplex && j < n; j++)
                row[j] = TField.Conjugate(row[j]);
        }
    }

    // The upper triangle becomes U, one block of rows after the other: what the rows above take off it, its triangle, and the rest.
    private static bool Factor(T* u, long stride, int n)
    {
        if (n <= FewRows)
            return FactorTriangle(u, stride, n);
        int rows = n > BlockRows ? BlockRows : FewRows;
        using var lower = new Scratch<T>(rows * rows);
        for (int start = 0; start < n; start += rows)
        {
            int end = Math.Min(n, start + rows), count = end - start;
            Update(u, stride, n, start, end);
            T* corner = u + start * stride + start;
            if (!Factor(corner, stride, count))
                return false;
            if (end == n)
                break;
            PanelTransposition<T>.Copy(corner, stride, count, count, count, lower.Pointer);
            for (int i = 0; TField.DType.IsComplex && i < count * count; i++)
                lower.Pointer[i] = TField.Conjugate(lower.Pointer[i]);
            TriangularSolve<T, TField>.Lower(lower.Pointer, count, count, false, corner + count, stride, n - end);
        }
        return true;
    }

    // Rows begin where a vector does: what stands left of the diagonal does not count.
    private static bool FactorTriangle(T* u, long stride, int n)
    {
        T* factors = stackalloc T[FewRows];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
                factors[k] = TField.Conjugate(u[k * stride + i]);
            int left = i & -WholeVector;
            T* row = u + i * stride;
            TField.SubtractRows(row + left, u + left, stride, factors, i, n - left);
            double pivot = TField.Real(row[i]);
            if (!(pivot > 0 && pivot < double.PositiveInfinity))
                return false;
            T root = TField.Make(Math.Sqrt(pivot), 0);
            TField.DivideRow(row + left, root, n - left);
            row[i] = root;
        }
        return true;
    }

    // A block of rows, less (its columns of the rows of U above)ᴴ·(those rows).
    private static void Update(T* u, long stride, int n, int start, int end)
    {
        if (start == 0)
            return;
        int count = end - start;
        using var conjugates = new Scratch<T>(TField.DType.IsComplex ? (long)start * count : 0);
        StridedMatrix left = new((byte*)(u + start), count, start, 1, stride);
        if (TField.DType.IsComplex)
        {
            for (int i = 0; i < start; i++)
                for (int j = 0; j < count; j++)
                    conjugates.Pointer[(long)i * count + j] = TField.Conjugate(u[i * stride + start + j]);
            left = new((byte*)conjugates.Pointer, count, start, 1, count);
        }
        ProductUpdate<T, TField>.Subtract(u + start * stride + start, stride, left, new((byte*)(u + start), start, n - start, stride, 1));
    }

    // Zeros below the diagonal, or L there and zeros above.
    private static void Finish(T* factor, int n, bool upper)
    {
        for (int start = 0; start < n && !upper; start += BlockRows)
            TurnRows(factor, n, start, Math.Min(n, start + BlockRows));
        for (int i = 0; i < n; i++)
            new Span<T>(factor + (long)i * n + (upper ? 0 : i + 1), upper ? i : n - i - 1).Clear();
    }

    private static void TurnRows(T* factor, int n, int start, int end)
    {
        int count = end - start;
        T* rows = factor + (long)start * n;
        using var corner = new Scratch<T>(count * count);
        PanelTransposition<T>.Copy(rows + start, n, count, count, count, corner.Pointer);
        PanelTransposition<T>.Copy(rows + end, n, count, n - end, n, factor + (long)end * n + start);
        for (int i = 1; i < count; i++)
            new Span<T>(corner.Pointer + i * count, i).CopyTo(new Span<T>(rows + (long)i * n + start, i));
        for (int i = start + 1; i < n && TField.DType.IsComplex; i++)
            for (int j = start; j < Math.Min(i, end); j++)
                factor[(long)i * n + j] = TField.Conjugate(factor[(long)i * n + j]);
    }
}
