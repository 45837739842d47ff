using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Eigenvalues and vectors of any square matrix that is worth blocks: Hessenberg's form, Schur's form, and substitution. Backward error
/// n·ε·‖A‖.
/// </summary>
internal static unsafe class GeneralSpectrum<T, TField, TReal>
    where T : unmanaged
    where TField : IField<T>
    where TReal : unmanaged, IBinaryFloatingPointIeee754<TReal>
{
    /// <summary>
    /// Values of dense a [n, n] divided by <paramref name="scale"/>, and vectors [n, n] of length 1 in columns unless that is null, whose largest
    /// element is real and positive. False if the iteration does not end within its bound.
    /// </summary>
    public static bool Run(T* a, int n, double scale, Complex* values, Complex64* vectors)
    {
        long stride = MatrixVector<T, TField, TReal>.Stride(n), rows = MatrixVector<T, TField, TReal>.Rows(n);
        bool hasVectors = vectors is not null;
        double factor = 1 / scale;
        using var padded = new Scratch<T>(rows * stride);
        using var reflections = new Scratch<T>(rows * stride);
        using var taus = new Scratch<T>(n);
        using var basis = new Scratch<T>(hasVectors ? (long)n * n : 0);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                T element = a[(long)i * n + j];
                padded.Pointer[i * stride + j] = TField.Make(TField.Real(element) * factor, TField.Imaginary(element) * factor);
            }
        Hessenberg<T, TField, TReal>.Reduce(padded.Pointer, reflections.Pointer, stride, n, taus.Pointer);
        for (int i = 0; i < n && hasVectors; i++)
            basis.Pointer[(long)i * n + i] = TField.Make(1, 0);
        if (hasVectors)
            RowReflections<T, TField>.Apply(reflections.Pointer, stride, n, 1, taus.Pointer, basis.Pointer);
        if (!SchurForm<T, TField>.Run(padded.Pointer, stride, n, hasVectors ? basis.Pointer : null))
            return false;
        SchurVectors<T, TField>.SetValues(padded.Pointer, stride, n, values);
        if (!hasVectors)
            return true;
        using var columns = new Scratch<T>((long)n * n);
        SchurVectors<T, TField>.Run(padded.Pointer, stride, n, values, basis.Pointer, columns.Pointer);
        Normalize(columns.Pointer, n, values, vectors);
        return true;
    }

    private static void Normalize(T* columns, int n, Complex* values, Complex64* vectors)
    {
        var factors = new Complex[n];
        for (int j = 0; j < n; j++)
            factors[j] = IsSecond(values, j) ? Complex.Conjugate(factors[j - 1]) : Factor(columns, n, values, j);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                vectors[(long)i * n + j] = (Complex64)(Element(columns, n, values, i, j) * factors[j]);
    }

    // What makes a column one of length 1.
    private static Complex Factor(T* columns, int n, Complex* values, int column)
    {
        double largest = 0, square = 0;
        Complex phase = 1;
        for (int i = 0; i < n; i++)
        {
            Complex element = Element(columns, n, values, i, column);
            double size = Complex.Abs(element);
            square += size * size;
            if (size > largest * (1 + 1e-6))
                (largest, phase) = (size, element / size);
        }
        return Complex.Conjugate(phase) / Math.Sqrt(square);
    }

    // True if the vector of a value is that of the one before, conjugated.
    private static bool IsSecond(Complex* values, int column) => !TField.DType.IsComplex && values[column].Imaginary < 0;

    private static Complex Element(T* columns, int n, Complex* values, int row, int column)
    {
        T* element = columns + (long)row * n + column;
        if (TField.DType.IsComplex || values[column].Imaginary == 0)
            return new(TField.Real(*element), TField.Imaginary(*element));
        return IsSecond(values, column) ? new(TField.Real(element[-1]), -TField.Real(*element)) : new(TField.Real(*element), TField.Real(element[1]));
    }
}
