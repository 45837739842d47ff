namespace Tangent.Kernels;

/// <summary>
/// Cholesky's factor, by blocks of rows (Golub and Van Loan, "Matrix Computations", 4.2): the rows of U of one block, then the
/// product that they take off what remains. Backward error n·ε·‖A‖.
/// </summary>
internal static unsafe class Cholesky<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int BlockRows = 64;
    private const int UpdateRows = 128;

    /// <summary>The factor of dense a [n, n]; of a matrix that is not positive definite, or not finite, all NaN.</summary>
    public static void Run(T* a, int n, bool upper, T* factor)
    {
        for (int i = 0; i < n; i++)
            for (int j = i; j < n; j++)
                factor[(long)i * n + j] = upper ? a[(long)i * n + j] : TField.Conjugate(a[(long)j * n + i]);
        if (Factor(factor, n))
            Finish(factor, n, upper);
        else
            new Span<T>(factor, checked(n * n)).Fill(TField.Make(double.NaN, 0));
    }

    // The upper triangle becomes U.
    private static bool Factor(T* u, int n)
    {
        for (int start = 0; start < n; start += BlockRows)
        {
            int end = Math.Min(n, start + BlockRows);
            if (!FactorRows(u, n, start, end))
                return false;
            Update(u, n, start, end);
        }
        return true;
    }

    private static bool FactorRows(T* u, int n, int start, int end)
    {
        T* factors = stackalloc T[BlockRows];
        for (int i = start; i < end; i++)
        {
            for (int k = start; k < i; k++)
                factors[k - start] = TField.Conjugate(u[(long)k * n + i]);
            T* row = u + (long)i * n + i;
            TField.SubtractRows(row, u + (long)start * n + i, n, factors, i - start, n - i);
            double pivot = TField.Real(*row);
            if (!(pivot > 0 && pivot < double.PositiveInfinity))
                return false;
            double root = Math.Sqrt(pivot);
            *row = TField.Make(root, 0);
            for (int j = 1; j < n - i; j++)
                row[j] = TField.Divide(row[j], *row);
        }
        return true;
    }

    // What remains, less (the rows of U)ᴴ·(the rows of U), in its upper triangle and a little below.
    private static void Update(T* u, int n, int start, int end)
    {
        int depth = end - start, rest = n - end;
        if (rest == 0)
            return;
        T* rows = u + (long)start * n + end;
        using var conjugates = new Scratch<T>(TField.DType.IsComplex ? (long)depth * rest : 0);
        MatrixView left = new((byte*)rows, rest, depth, 1, n);
        if (TField.DType.IsComplex)
        {
            for (int i = 0; i < depth; i++)
                for (int j = 0; j < rest; j++)
                    conjugates.Pointer[(long)i * rest + j] = TField.Conjugate(rows[(long)i * n + j]);
            left = new((byte*)conjugates.Pointer, rest, depth, 1, rest);
        }
        MatrixView right = new((byte*)rows, depth, rest, n, 1);
        for (int row = 0; row < rest; row += UpdateRows)
        {
            int height = Math.Min(UpdateRows, rest - row);
            ProductUpdate<T, TField>.Subtract(
                u + (long)(end + row) * n + end + row, n, left.Block(row, height, 0, depth, sizeof(T)), right.Block(0, depth, row, rest - row, sizeof(T)));
        }
    }

    private static void Finish(T* factor, int n, bool upper)
    {
        T zero = TField.Make(0, 0);
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
            {
                if (!upper)
                    factor[(long)j * n + i] = TField.Conjugate(factor[(long)i * n + j]);
                factor[upper ? (long)j * n + i : (long)i * n + j] = zero;
            }
    }
}
