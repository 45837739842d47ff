using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Singular values and vectors of matrices that are worth blocks: R of a tall one, a bidiagonal matrix, its values by division, and products.
/// </summary>
internal static unsafe class SingularSpectrum<T, TField, TReal>
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
{
    /// <summary>
    /// Dense a [rows, columns] divided by <paramref name="scale"/> is u·diag(values)·vh, values in descending order; thin, or with square u and
    /// vh if <paramref name="full"/>. The vectors may be null.
    /// </summary>
    public static void Run(T* a, int rows, int columns, bool full, double scale, T* u, double* values, T* vh)
    {
        int n = Math.Min(rows, columns);
        using var dense = new Scratch<T>((long)rows * columns);
        using var wide = new Scratch<T>(rows < columns ? (long)rows * columns : 0);
        T* scaled = rows < columns ? wide.Pointer : dense.Pointer;
        double factor = 1 / scale;
        for (long i = 0; i < (long)rows * columns; i++)
            scaled[i] = TField.Make(TField.Real(a[i]) * factor, TField.Imaginary(a[i]) * factor);
        if (rows < columns)
            TiledCopy<T, TField>.Adjoint(scaled, rows, columns, dense.Pointer);
        if (rows >= columns)
        {
            RunTall(dense.Pointer, rows, n, full ? rows : n, u, u is null ? 0 : full ? rows : n, values, vh, false);
            return;
        }
        int width = full ? columns : n;
        using var right = new Scratch<T>(vh is null ? 0 : (long)columns * width);
        RunTall(dense.Pointer, columns, n, width, vh is null ? null : right.Pointer, width, values, u, true);
        if (vh is not null)
            TiledCopy<T, TField>.Adjoint(right.Pointer, columns, width, vh);
    }

    // The other vectors in rows, or in columns.
    private static void RunTall(T* a, int rows, int n, int width, T* vectors, int stride, double* values, T* others, bool inColumns)
    {
        if (rows == n)
        {
            RunSquare(a, n, vectors, values, others, inColumns);
            return;
        }
        bool hasVectors = vectors is not null;
        int kept = hasVectors ? width : n;
        using var q = new Scratch<T>((long)rows * kept);
        using var r = new Scratch<T>((long)kept * n);
        using var left = new Scratch<T>(hasVectors ? (long)n * n : 0);
        Qr<T, TField>.Run(a, rows, n, kept, q.Pointer, r.Pointer);
        RunSquare(r.Pointer, n, hasVectors ? left.Pointer : null, values, others, inColumns);
        if (!hasVectors)
            return;
        ProductUpdate<T, TField>.Assign(vectors, stride, new((byte*)q.Pointer, rows, n, kept, 1), new((byte*)left.Pointer, n, n, n, 1));
        for (int i = 0; i < rows; i++)
            new Span<T>(q.Pointer + (long)i * kept + n, kept - n).CopyTo(new Span<T>(vectors + (long)i * stride + n, kept - n));
    }

    private static void RunSquare(T* a, int n, T* vectors, double* values, T* others, bool inColumns)
    {
        long stride = MatrixVector<T, TField, TReal>.Stride(n);
        using var padded = new Scratch<T>(MatrixVector<T, TField, TReal>.Rows(n) * stride);
        using var left = new Scratch<T>(n * stride);
        using var taus = new Scratch<T>(2L * n);
        using var offDiagonal = new Scratch<double>(n);
        for (int i = 0; i < n; i++)
            new Span<T>(a + (long)i * n, n).CopyTo(new Span<T>(padded.Pointer + i * stride, n));
        T* leftTaus = taus.Pointer, rightTaus = leftTaus + n;
        Bidiagonal<T, TField, TReal>.Reduce(padded.Pointer, left.Pointer, stride, n, values, offDiagonal.Pointer, leftTaus, rightTaus);
        bool hasVectors = vectors is not null;
        using var leftRows = new Scratch<TReal>(hasVectors ? (long)n * n : 0);
        using var rightRows = new Scratch<TReal>(hasVectors ? (n + 1L) * (n + 1) : 0);
        using var result = new Scratch<T>(hasVectors && !inColumns ? (long)n * n : 0);
        BidiagonalSvd<TReal>.Run(values, offDiagonal.Pointer, n, hasVectors ? leftRows.Pointer : null, rightRows.Pointer);
        new Span<double>(values, n).Reverse();
        if (!hasVectors)
            return;
        TiledCopy<T, TField>.Columns(leftRows.Pointer, n, n, true, vectors);
        RowReflections<T, TField>.Apply(left.Pointer, stride, n, 0, leftTaus, vectors);
        T* target = inColumns ? others : result.Pointer;
        TiledCopy<T, TField>.Columns(rightRows.Pointer, n + 1, n, true, target);
        RowReflections<T, TField>.Apply(padded.Pointer, stride, n, 1, rightTaus, target);
        if (!inColumns)
            TiledCopy<T, TField>.Adjoint(target, n, n, others);
    }
}
