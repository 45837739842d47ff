namespace Tangent.Kernels;

/// <summary>Inverses, from the factors of Gauss elimination.</summary>
internal static unsafe class Inverse<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    private const int FewRows = 64;

    /// <summary>Of dense a [n, n]; NaN if it is singular.</summary>
    public static void Run(T* a, int n, T* result)
    {
        using var lu = new Scratch<T>((long)n * n);
        using var pivots = new Scratch<uint>(2L * n);
        uint* places = pivots.Pointer + n;
        Lu<T, TField>.Run(a, n, n, lu.Pointer, pivots.Pointer, places);
        if (LuSolve<T, TField>.IsSingular(lu.Pointer, n))
            new Span<T>(result, checked(n * n)).Fill(TField.Make(double.NaN, 0));
        else
            FromFactors(lu.Pointer, places, n, result);
    }

    /// <summary>The inverse from factors, of which row i is row places[i] of the matrix: U⁻¹·L⁻¹, its columns put where they belong.</summary>
    public static void FromFactors(T* lu, uint* places, int n, T* result)
    {
        using var solved = new Scratch<T>((long)n * n);
        T* x = solved.Pointer;
        for (int i = 0; i < n; i++)
            x[(long)i * n + i] = TField.Make(1, 0);
        InvertLower(lu, n, n, x);
        TriangularSolve<T, TField>.Upper(lu, n, n, false, x, n, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                result[(long)i * n + places[j]] = x[(long)i * n + j];
    }

    // x, a unit matrix, becomes the inverse of a unit lower triangle: those of its halves, and what they make of what stands below.
    private static void InvertLower(T* a, int stride, int n, T* x)
    {
        if (n <= FewRows)
        {
            TriangularSolve<T, TField>.Lower(a, stride, n, true, x, stride, n);
            return;
        }
        int half = n / 2;
        T* below = x + (long)half * stride;
        InvertLower(a, stride, half, x);
        ProductUpdate<T, TField>.Subtract(below, stride, new((byte*)(a + (long)half * stride), n - half, half, stride, 1), new((byte*)x, half, half, stride, 1));
        TriangularSolve<T, TField>.Lower(a + (long)half * stride + half, stride, n - half, true, below, stride, half);
        InvertLower(a + (long)half * stride + half, stride, n - half, below + half);
    }
}
