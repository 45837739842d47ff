namespace Tangent.Kernels;

/// <summary>Inverses, from the factors of Gauss elimination.</summary>
internal static unsafe class Inverse<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
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

    /// <summary>The inverse from factors, of which row i is row places[i] of the matrix.</summary>
    public static void FromFactors(T* lu, uint* places, int n, T* result)
    {
        new Span<T>(result, checked(n * n)).Clear();
        for (int i = 0; i < n; i++)
            result[(long)i * n + places[i]] = TField.Make(1, 0);
        TriangularSolve<T, TField>.Lower(lu, n, n, true, result, n, n);
        TriangularSolve<T, TField>.Upper(lu, n, n, false, result, n, n);
    }
}
