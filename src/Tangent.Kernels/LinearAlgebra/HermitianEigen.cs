namespace Tangent.Kernels;

/// <summary>
/// Eigenvalues and vectors of Hermitian matrices: reflections to a real tridiagonal matrix, then the implicit QL iteration (Golub and
/// Van Loan, "Matrix Computations", 8.3). Backward error n·ε·‖A‖.
/// </summary>
internal static unsafe class HermitianEigen<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>
    /// Values in ascending order, and vectors [n, n] in columns unless that is null; a [n, n] is overwritten. False if the iteration does
    /// not end within its bound.
    /// </summary>
    public static bool Run(T* a, int n, double* values, T* vectors)
    {
        using var offDiagonal = new Scratch<double>(n);
        using var rows = new Scratch<T>(vectors is null ? 0 : (long)n * n);
        using var taus = new Scratch<T>(n);
        Tridiagonalize(a, n, values, offDiagonal.Pointer, taus.Pointer);
        if (vectors is not null)
            Accumulate(a, n, taus.Pointer, vectors, rows.Pointer);
        if (!TridiagonalQl<T, TField>.Run(values, offDiagonal.Pointer, n, vectors is null ? null : rows.Pointer))
            return false;
        var order = new int[n];
        for (int i = 0; i < n; i++)
            order[i] = i;
        new Span<double>(values, n).Sort(order.AsSpan());
        for (int j = 0; j < n && vectors is not null; j++)
            for (int i = 0; i < n; i++)
                vectors[(long)i * n + j] = rows.Pointer[(long)order[j] * n + i];
        return true;
    }

    // Row k of a keeps the vector of reflection k from its second element behind the diagonal on.
    private static void Tridiagonalize(T* a, int n, double* diagonal, double* offDiagonal, T* taus)
    {
        using var work = new Scratch<T>(4L * n);
        T* v = work.Pointer, x = v + n, pair = x + n;
        for (int k = 0; k < n; k++)
        {
            T* row = a + (long)k * n;
            diagonal[k] = TField.Real(row[k]);
            int count = n - k - 1;
            if (count == 0)
                break;
            for (int i = 0; i < count; i++)
                v[i] = TField.Conjugate(row[k + 1 + i]);
            T tau = taus[k] = Householder<T, TField>.Reflect(v, 1, count);
            offDiagonal[k] = TField.Real(v[0]);
            v[0] = TField.Make(1, 0);
            new Span<T>(v, count).CopyTo(new Span<T>(row + k + 1, count));
            if (TField.Magnitude(tau) != 0)
                Reflect(row + n + k + 1, n, count, tau, v, x, pair);
        }
    }

    // a −= v·wᴴ + w·vᴴ with x = τ·a·v and w = x − ½τ(xᴴv)·v: the reflection from both sides.
    private static void Reflect(T* a, long stride, int count, T tau, T* v, T* x, T* pair)
    {
        for (int i = 0; i < count; i++)
            x[i] = TField.Multiply(tau, TField.Dot(a + i * stride, v, count));
        T factor = TField.Multiply(TField.Make(0.5, 0), TField.Multiply(tau, TField.ConjugateDot(x, v, count)));
        TField.SubtractRows(x, v, 0, &factor, 1, count);
        for (int i = 0; i < count; i++)
        {
            pair[i] = TField.Conjugate(x[i]);
            pair[count + i] = TField.Conjugate(v[i]);
        }
        T* factors = stackalloc T[2];
        for (int i = 0; i < count; i++)
        {
            (factors[0], factors[1]) = (v[i], x[i]);
            TField.SubtractRows(a + i * stride, pair, count, factors, 2, count);
        }
    }

    // The product of all reflections, transposed: the iteration turns rows.
    private static void Accumulate(T* a, int n, T* taus, T* q, T* rows)
    {
        using var row = new Scratch<T>(n);
        new Span<T>(q, n * n).Clear();
        for (int i = 0; i < n; i++)
            q[(long)i * n + i] = TField.Make(1, 0);
        for (int k = n - 2; k >= 0; k--)
            Householder<T, TField>.Apply(
                a + (long)k * n + k + 1, 1, taus[k], q + (long)(k + 1) * n + k + 1, n, n - k - 1, n - k - 1, row.Pointer);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                rows[(long)j * n + i] = q[(long)i * n + j];
    }
}
