using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Eigenvalues and vectors of Hermitian matrices that are worth blocks: a tridiagonal matrix, its spectrum by division, and products.</summary>
internal static unsafe class HermitianSpectrum<T, TField, TReal>
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
{
    /// <summary>
    /// Values in ascending order, and vectors [n, n] in columns unless that is null, of dense a [n, n] divided by <paramref name="scale"/>, of
    /// which one triangle is read.
    /// </summary>
    public static void Run(T* a, int n, bool upper, double scale, double* values, T* vectors)
    {
        long stride = MatrixVector<T, TField, TReal>.Stride(n);
        using var padded = new Scratch<T>(MatrixVector<T, TField, TReal>.Rows(n) * stride);
        using var offDiagonal = new Scratch<double>(n);
        using var taus = new Scratch<T>(n);
        Fill(a, n, upper, 1 / scale, padded.Pointer, stride);
        Tridiagonal<T, TField, TReal>.Reduce(padded.Pointer, stride, n, values, offDiagonal.Pointer, taus.Pointer);
        using var rows = new Scratch<TReal>(vectors is null ? 0 : (long)n * n);
        TridiagonalEigen<TReal>.Run(values, offDiagonal.Pointer, n, vectors is null ? null : rows.Pointer);
        if (vectors is null)
            return;
        TiledCopy<T, TField>.Columns(rows.Pointer, n, n, false, vectors);
        RowReflections<T, TField>.Apply(padded.Pointer, stride, n, 1, taus.Pointer, vectors);
    }

    // In float64, whose range holds the factor.
    private static void Fill(T* a, int n, bool upper, double factor, T* padded, long stride)
    {
        for (int i = 0; i < n; i++)
        {
            padded[i * stride + i] = TField.Make(TField.Real(a[(long)i * n + i]) * factor, 0);
            for (int j = i + 1; j < n; j++)
            {
                T element = upper ? a[(long)i * n + j] : TField.Conjugate(a[(long)j * n + i]);
                padded[i * stride + j] = TField.Make(TField.Real(element) * factor, TField.Imaginary(element) * factor);
                padded[j * stride + i] = TField.Conjugate(padded[i * stride + j]);
            }
        }
    }
}
