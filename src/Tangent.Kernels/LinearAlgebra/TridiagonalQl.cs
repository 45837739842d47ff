namespace Tangent.Kernels;

/// <summary>
/// The implicit QL iteration on a real symmetric tridiagonal matrix (Golub and Van Loan, "Matrix Computations", 8.3): for few rows nothing is
/// faster.
/// </summary>
internal static unsafe class TridiagonalQl<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int MostIterations = 60;
    private const double Epsilon = 1.1e-16;

    /// <summary>
    /// The diagonal d becomes the values, in no order, and rows [n, n], unless that is null, are turned as the matrix is from the left. The
    /// elements e beside it are overwritten. False if the iteration does not end within its bound.
    /// </summary>
    public static bool Run(double* d, double* e, int n, T* rows)
    {
        for (int first = 0; first < n; first++)
            for (int iteration = 0; ; iteration++)
            {
                int last = first;
                while (last < n - 1 && Math.Abs(e[last]) > Epsilon * (Math.Abs(d[last]) + Math.Abs(d[last + 1])) && Math.Abs(e[last]) > 1e-290)
                    last++;
                if (last == first)
                    break;
                if (iteration == MostIterations)
                    return false;
                Step(d, e, first, last, n, rows);
            }
        return true;
    }

    private static void Step(double* d, double* e, int first, int last, int n, T* rows)
    {
        double g = (d[first + 1] - d[first]) / (2 * e[first]);
        g = d[last] - d[first] + e[first] / (g + Math.CopySign(double.Hypot(g, 1), g));
        double s = 1, c = 1, p = 0;
        for (int i = last - 1; i >= first; i--)
        {
            double f = s * e[i], b = c * e[i], r = double.Hypot(f, g);
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[last] = 0;
                return;
            }
            (s, c) = (f / r, g / r);
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            if (rows is not null)
                TField.Rotate(rows + (long)i * n, rows + (long)(i + 1) * n, c, -s, n);
        }
        d[first] -= p;
        e[first] = g;
        e[last] = 0;
    }
}
