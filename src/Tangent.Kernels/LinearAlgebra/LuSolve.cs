namespace Tangent.Kernels;

/// <summary>Solutions by the factors of a matrix.</summary>
internal static unsafe class LuSolve<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <summary>x = a⁻¹·b, or (aᵀ)⁻¹·b, for dense b [n, columns], where row i of L·U is row places[i] of a; NaN if a is singular.</summary>
    public static void Run(T* lu, uint* places, T* b, int n, int columns, bool transposed, T* x)
    {
        if (IsSingular(lu, n))
            new Span<T>(x, checked(n * columns)).Fill(TField.Make(double.NaN, 0));
        else if (transposed)
            RunTransposed(lu, places, b, n, columns, x);
        else
        {
            for (int i = 0; i < n; i++)
                Row(b, Place(places[i], n), columns).CopyTo(Row(x, i, columns));
            TriangularSolve<T, TField>.Lower(lu, n, n, true, x, columns, columns);
            TriangularSolve<T, TField>.Upper(lu, n, n, false, x, columns, columns);
        }
    }

    /// <summary>Whether a pivot is zero or not finite.</summary>
    public static bool IsSingular(T* lu, int n)
    {
        for (int i = 0; i < n; i++)
            if (!(TField.Magnitude(lu[(long)i * n + i]) is > 0 and < double.PositiveInfinity))
                return true;
        return false;
    }

    private static void RunTransposed(T* lu, uint* places, T* b, int n, int columns, T* x)
    {
        using var flipped = new Scratch<T>((long)n * n);
        using var solved = new Scratch<T>((long)n * columns);
        PanelTransposition<T>.Run(lu, n, n, n, n, flipped.Pointer);
        new Span<T>(b, checked(n * columns)).CopyTo(new Span<T>(solved.Pointer, n * columns));
        TriangularSolve<T, TField>.Lower(flipped.Pointer, n, n, false, solved.Pointer, columns, columns);
        TriangularSolve<T, TField>.Upper(flipped.Pointer, n, n, true, solved.Pointer, columns, columns);
        for (int i = 0; i < n; i++)
            Row(solved.Pointer, i, columns).CopyTo(Row(x, Place(places[i], n), columns));
    }

    // Places are data, which may have come from anywhere.
    private static int Place(uint place, int n) => (int)Math.Min(place, (uint)n - 1);

    private static Span<T> Row(T* x, int row, int columns) => new(x + (long)row * columns, columns);
}
