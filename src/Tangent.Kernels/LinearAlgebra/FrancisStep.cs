using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The steps of QR iterations with two shifts, which stay implicit: a reflection that begins with the first column of (H − s₁)·(H − s₂), and
/// those that chase the bulge which it makes (Francis, "The QR transformation", 1961).
/// </summary>
internal static unsafe class FrancisStep<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>Makes a bulge at the top of rows [low, high] of a window. Shifts of a real matrix are real or conjugate.</summary>
    public static void Start(in SchurWindow<T, TField> window, int low, int high, Complex firstShift, Complex secondShift)
    {
        Complex corner = window.At(low, low), below = window.At(low + 1, low), beside = window.At(low, low + 1);
        int count = Math.Min(3, high - low + 1);
        Complex* x = stackalloc Complex[3];
        x[0] = (corner - firstShift) * (corner - secondShift) + beside * below;
        x[1] = below * (corner + window.At(low + 1, low + 1) - firstShift - secondShift);
        x[2] = count > 2 ? below * window.At(low + 2, low + 1) : 0;
        double size = Math.Max(Complex.Abs(x[0]), Math.Max(Complex.Abs(x[1]), Complex.Abs(x[2])));
        T* vector = stackalloc T[3];
        for (int i = 0; i < 3; i++)
            vector[i] = size == 0 ? TField.Make(i == 0 ? 1 : 0, 0) : TField.Make(x[i].Real / size, x[i].Imaginary / size);
        window.Reflect(vector, low, count, low, Math.Min(low + 3, high));
    }

    /// <summary>Moves the bulge in front of a row one row on.</summary>
    public static void Chase(in SchurWindow<T, TField> window, int row, int high)
    {
        int count = Math.Min(3, high - row + 1);
        T* vector = stackalloc T[3];
        for (int i = 0; i < count; i++)
            vector[i] = window[row + i, row - 1];
        window[row, row - 1] = window.Reflect(vector, row, count, row, Math.Min(row + 3, high));
        for (int i = 1; i < count; i++)
            window[row + i, row - 1] = TField.Make(0, 0);
    }

    /// <summary>The eigenvalues of rows and columns <paramref name="row"/> and the next.</summary>
    public static (Complex First, Complex Second) Values(in SchurWindow<T, TField> window, int row)
    {
        Complex a = window.At(row, row), b = window.At(row, row + 1), c = window.At(row + 1, row), d = window.At(row + 1, row + 1);
        Complex half = (a - d) / 2, larger = Larger(half, half * half + b * c);
        return larger == 0 ? (d, d) : (d + larger, d - b * c / larger);
    }

    /// <summary>
    /// Makes two rows and columns triangular, unless the matrix is real and their eigenvalues are not.
    /// </summary>
    public static void Split(in SchurWindow<T, TField> window, int row)
    {
        Complex c = window.At(row + 1, row), half = (window.At(row, row) - window.At(row + 1, row + 1)) / 2;
        Complex square = half * half + window.At(row, row + 1) * c;
        if (!TField.DType.IsComplex && square.Real < 0)
            return;
        Complex larger = Larger(half, square);
        double size = Math.Max(Complex.Abs(larger), Complex.Abs(c));
        T* vector = stackalloc T[2];
        vector[0] = TField.Make(larger.Real / size, larger.Imaginary / size);
        vector[1] = TField.Make(c.Real / size, c.Imaginary / size);
        window.Reflect(vector, row, 2, row, row + 1);
        window[row + 1, row] = TField.Make(0, 0);
    }

    // What the eigenvalue that is farther from the second element on the diagonal differs from it by.
    private static Complex Larger(Complex half, Complex square)
    {
        Complex root = square.Imaginary == 0 && square.Real >= 0 ? Math.Sqrt(square.Real) : Complex.Sqrt(square);
        return Complex.Abs(half + root) >= Complex.Abs(half - root) ? half + root : half - root;
    }
}
