namespace Tangent.Bench;

/// <summary>The functions of LAPACK and of the BLAS that the bench calls, in one precision. Matrices lie column by column and are overwritten.</summary>
internal unsafe interface ILapack<T>
    where T : unmanaged
{
    static abstract void Cholesky(int n, T* a);

    static abstract void Lu(int n, T* a, int* pivots);

    /// <summary>The inverse from what <see cref="Lu"/> left; work of <paramref name="length"/> elements.</summary>
    static abstract void Inverse(int n, T* a, int* pivots, T* work, int length);

    static abstract void Solve(int n, int columns, T* a, int* pivots, T* b);

    /// <summary>Solves by the lower triangle.</summary>
    static abstract void SolveLower(int n, int columns, T* a, T* b);
}
