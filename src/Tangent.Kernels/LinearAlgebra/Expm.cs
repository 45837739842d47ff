namespace Tangent.Kernels;

/// <summary>The matrix exponential by scaling, Padé's approximant of order 13 and squaring (Higham, "The scaling and squaring method for the matrix exponential revisited", 2005).</summary>
internal static unsafe class Expm<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // Up to this norm the approximant has full accuracy in float64.
    private const double LargestNorm = 5.371920351148152;

    private static readonly double[] Coefficients =
    [
        1, 1.0 / 2, 3.0 / 25, 11.0 / 600, 11.0 / 5520, 3.0 / 18400, 1.0 / 96600, 1.0 / 1932000, 1.0 / 48944000,
        1.0 / 1585785600, 1.0 / 67395888000, 1.0 / 3953892096000, 1.0 / 355850288640000, 1.0 / 64764752532480000,
    ];

    /// <summary>Of dense a [n, n].</summary>
    public static void Run(T* a, int n, T* result)
    {
        double norm = Norm(a, n);
        if (!double.IsFinite(norm))
        {
            new Span<T>(result, checked(n * n)).Fill(TField.Make(double.NaN, 0));
            return;
        }
        int squarings = norm <= LargestNorm ? 0 : Math.ILogB(norm / LargestNorm) + 1;
        long size = checked(n * n);
        using var work = new Scratch<T>(7 * size);
        T* scaled = work.Pointer;
        T factor = TField.Make(-Math.ScaleB(1, -squarings), 0);
        TField.SubtractRows(scaled, a, 0, &factor, 1, (int)size);
        Approximate(scaled, n, result);
        for (int i = 0; i < squarings; i++)
        {
            Multiply(result, result, scaled, n);
            new Span<T>(scaled, (int)size).CopyTo(new Span<T>(result, (int)size));
        }
    }

    // (V − U)⁻¹·(V + U), where U holds the odd powers and V the even ones.
    private static void Approximate(T* a, int n, T* result)
    {
        int size = n * n;
        T* square = a + size, fourth = square + size, sixth = fourth + size, odd = sixth + size, even = odd + size, spare = even + size;
        Multiply(a, a, square, n);
        Multiply(square, square, fourth, n);
        Multiply(fourth, square, sixth, n);
        Combine(spare, n, square, 9);
        Multiply(sixth, spare, even, n);
        Combine(spare, n, square, 3);
        Add(even, spare, 1, size);
        AddDiagonal(even, Coefficients[1], n);
        Multiply(a, even, odd, n);
        Combine(spare, n, square, 8);
        Multiply(sixth, spare, even, n);
        Combine(spare, n, square, 2);
        Add(even, spare, 1, size);
        AddDiagonal(even, Coefficients[0], n);
        new Span<T>(even, size).CopyTo(new Span<T>(spare, size));
        Add(spare, odd, 1, size);
        Add(even, odd, -1, size);
        Solve(even, spare, odd, n, result);
    }

    private static void Solve(T* a, T* b, T* lu, int n, T* x)
    {
        using var pivots = new Scratch<uint>(2L * n);
        Lu<T, TField>.Run(a, n, n, lu, pivots.Pointer, pivots.Pointer + n);
        for (int i = 0; i < n; i++)
            new Span<T>(b + pivots.Pointer[n + i] * (long)n, n).CopyTo(new Span<T>(x + (long)i * n, n));
        TriangularSolve<T, TField>.Lower(lu, n, n, true, x, n, n);
        TriangularSolve<T, TField>.Upper(lu, n, n, false, x, n, n);
    }

    private static void Combine(T* result, int n, T* powers, int first)
    {
        new Span<T>(result, n * n).Clear();
        for (int i = 0; i < 3; i++)
            Add(result, powers + (long)i * n * n, Coefficients[first + 2 * i], n * n);
    }

    private static void Add(T* y, T* x, double factor, int count)
    {
        T negative = TField.Make(-factor, 0);
        TField.SubtractRows(y, x, 0, &negative, 1, count);
    }

    private static void AddDiagonal(T* a, double number, int n)
    {
        for (int i = 0; i < n; i++)
            a[(long)i * n + i] = TField.Add(a[(long)i * n + i], TField.Make(number, 0));
    }

    private static void Multiply(T* x, T* y, T* product, int n)
    {
        new Span<T>(product, n * n).Clear();
        ProductUpdate<T, TField>.Subtract(product, n, new((byte*)x, n, n, n, 1), new((byte*)y, n, n, n, 1));
        T zero = TField.Make(0, 0);
        for (long i = 0; i < (long)n * n; i++)
            product[i] = TField.Subtract(zero, product[i]);
    }

    // The largest sum of a column.
    private static double Norm(T* a, int n)
    {
        double largest = 0;
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
                sum += TField.Magnitude(a[(long)i * n + j]);
            if (!double.IsFinite(sum))
                return double.NaN;
            largest = Math.Max(largest, sum);
        }
        return largest;
    }
}
