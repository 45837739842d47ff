using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Up to 64 rows of Cholesky's factor, computed in padded memory of their own, in which rows lie close together.</summary>
internal static unsafe class CholeskyPanel<T>
    where T : unmanaged
{
    /// <summary>The most rows.</summary>
    public const int MostRows = 64;

    private const int Together = CholeskyRoutines<T>.Together;
    private const int Whole = CholeskyRoutines<T>.Whole;

    // Columns that are solved at a time lie in the first cache.
    private const int WidestBytes = 512;

    /// <summary>The factor of a whole matrix of few rows: dense a, of which the upper triangle is read, or the lower and the factor is its transpose. What stands on the other side of the diagonal is lost.</summary>
    [SkipLocalsInit]
    public static bool RunWhole(CholeskyRoutines<T> routines, T one, T* a, int n, bool upper, T* factor)
    {
        int rows = Padded(n, Together), stride = Padded(n, Whole);
        T* u = stackalloc T[MostRows * MostRows], factors = stackalloc T[CholeskyRoutines<T>.Factors(MostRows)];
        new Span<T>(u, rows * stride).Clear();
        for (int i = n; i < rows; i++)
            u[i * stride + i] = one;
        Read(a, n, upper, u, stride);
        if (!routines.Factor(u, stride, rows, factors))
            return false;
        Write(u, stride, n, upper, factor);
        return true;
    }

    /// <summary>The factor of rows that go on to the right, in place; what stands left of the diagonal is lost.</summary>
    [SkipLocalsInit]
    public static bool Run(CholeskyRoutines<T> routines, T one, T* u, long stride, int count, int columns)
    {
        int rows = Padded(count, Together), width = WidestBytes / sizeof(T);
        T* copy = stackalloc T[MostRows * width], factors = stackalloc T[CholeskyRoutines<T>.Factors(MostRows)];
        new Span<T>(copy, rows * width).Clear();
        for (int i = count; i < rows; i++)
            copy[i * width + i] = one;
        CopyRows(u, stride, count, count, copy, width);
        if (!routines.Factor(copy, width, rows, factors))
            return false;
        CopyRows(copy, width, count, count, u, stride);
        for (int left = count; left < columns; left += width)
        {
            int some = Math.Min(width, columns - left);
            CopyRows(u + left, stride, count, some, copy, width);
            routines.Solve(copy, width, rows, Padded(some, Whole), factors);
            CopyRows(copy, width, count, some, u + left, stride);
        }
        return true;
    }

    private static int Padded(int count, int unit) => (count + unit - 1) / unit * unit;

    private static void CopyRows(T* source, long sourceStride, int rows, int columns, T* target, long targetStride)
    {
        for (int i = 0; i < rows; i++)
            new Span<T>(source + i * sourceStride, columns).CopyTo(new Span<T>(target + i * targetStride, columns));
    }

    // Some rows of the upper triangle at a time, or columns of the lower one to rows, and back.
    private static void Read(T* a, int n, bool upper, T* u, int stride)
    {
        for (int start = 0; start < n; start += Whole)
        {
            int count = Math.Min(Whole, n - start);
            T* from = a + start * n + start, to = u + start * stride + start;
            if (upper)
                CopyRows(from, n, count, n - start, to, stride);
            else
                PanelTransposition<T>.Copy(from, n, n - start, count, stride, to);
        }
    }

    private static void Write(T* u, int stride, int n, bool upper, T* factor)
    {
        for (int start = 0; start < n; start += Whole)
        {
            int count = Math.Min(Whole, n - start);
            T* from = u + start * stride + start, to = factor + start * n + start;
            if (upper)
                CopyRows(from, stride, count, n - start, to, n);
            else
                PanelTransposition<T>.Copy(from, stride, count, n - start, n, to);
        }
    }
}
