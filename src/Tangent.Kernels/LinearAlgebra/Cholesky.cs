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

    // Elements that are transposed together: their lines of memory stay in the first cache.
    private const int Tile = 16;

    /// <summary>The factor of dense a [n, n]; of a matrix that is not positive definite, or not finite, all NaN.</summary>
    public static void Run(T* a, int n, bool upper, T* factor)
    {
        for (int top = 0; top < n; top += Tile)
            for (int left = top; left < n; left += Tile)
                for (int i = top; i < Math.Min(n, top + Tile); i++)
                    for (int j = Math.Max(i, left); j < Math.Min(n, left + Tile); j++)
                        factor[(long)i * n + j] = upper ? a[(long)i * n + j] : TField.Conjugate(a[(long)j * n + i]);
        if (Factor(factor, n))
            Finish(factor, n, upper);
        else
            new Span<T>(factor, checked(n * n)).Fill(TField.Make(double.NaN, 0));
    }

    // The upper triangle becomes U, one block of rows after the other: what the rows above take off it, its triangle, and the rest.
    private static bool Factor(T* u, int n)
    {
        using var lower = new Scratch<T>(BlockRows * BlockRows);
        for (int start = 0; start < n; start += BlockRows)
        {
            int end = Math.Min(n, start + BlockRows), count = end - start;
            Update(u, n, start, end);
            T* corner = u + (long)start * n + start;
            if (!FactorTriangle(corner, n, count))
                return false;
            for (int i = 0; i < count; i++)
                for (int j = 0; j <= i; j++)
                    lower.Pointer[i * count + j] = TField.Conjugate(corner[(long)j * n + i]);
            TriangularSolve<T, TField>.Lower(lower.Pointer, count, count, false, corner + count, n, n - end);
        }
        return true;
    }

    private static bool FactorTriangle(T* u, int stride, int n)
    {
        T* factors = stackalloc T[BlockRows];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
                factors[k] = TField.Conjugate(u[(long)k * stride + i]);
            T* row = u + (long)i * stride + i;
            TField.SubtractRows(row, u + i, stride, factors, i, n - i);
            double pivot = TField.Real(*row);
            if (!(pivot > 0 && pivot < double.PositiveInfinity))
                return false;
            *row = TField.Make(Math.Sqrt(pivot), 0);
            for (int j = 1; j < n - i; j++)
                row[j] = TField.Divide(row[j], *row);
        }
        return true;
    }

    // A block of rows, less (its columns of the rows of U above)ᴴ·(those rows).
    private static void Update(T* u, int n, int start, int end)
    {
        if (start == 0)
            return;
        int count = end - start;
        using var conjugates = new Scratch<T>(TField.DType.IsComplex ? (long)start * count : 0);
        MatrixView left = new((byte*)(u + start), count, start, 1, n);
        if (TField.DType.IsComplex)
        {
            for (int i = 0; i < start; i++)
                for (int j = 0; j < count; j++)
                    conjugates.Pointer[(long)i * count + j] = TField.Conjugate(u[(long)i * n + start + j]);
            left = new((byte*)conjugates.Pointer, count, start, 1, count);
        }
        ProductUpdate<T, TField>.Subtract(u + (long)start * n + start, n, left, new((byte*)(u + start), start, n - start, n, 1));
    }

    private static void Finish(T* factor, int n, bool upper)
    {
        T zero = TField.Make(0, 0);
        for (int top = 0; top < n; top += Tile)
            for (int left = top; left < n; left += Tile)
                for (int i = top; i < Math.Min(n, top + Tile); i++)
                    for (int j = Math.Max(i + 1, left); j < Math.Min(n, left + Tile); j++)
                    {
                        if (!upper)
                            factor[(long)j * n + i] = TField.Conjugate(factor[(long)i * n + j]);
                        factor[upper ? (long)j * n + i : (long)i * n + j] = zero;
                    }
    }
}
