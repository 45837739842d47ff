using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>LAPACK's decompositions by orthogonal matrices, in float32. Matrices [n, n] lie column by column and are overwritten; work has room for <see cref="WorkOf"/> numbers.</summary>
internal static unsafe partial class SpectralLapack
{
    private const string Library = "libopenblas.so.0";

    /// <summary>So many numbers are enough for each function's blocks.</summary>
    public static int WorkOf(int n) => 8 * n * n + 256 * n + 256;

    /// <summary>R in the upper triangle of <paramref name="r"/>, and Q in <paramref name="a"/>.</summary>
    public static void Qr(int n, float* a, float* r, float* work)
    {
        int info, length = WorkOf(n) - n;
        float* taus = work + length;
        Geqrf(&n, &n, a, &n, taus, work, &length, &info);
        for (int j = 0; j < n; j++)
            new ReadOnlySpan<float>(a + (long)j * n, j + 1).CopyTo(new Span<float>(r + (long)j * n, n));
        Orgqr(&n, &n, &n, a, &n, taus, work, &length, &info);
    }

    public static void Eigh(int n, float* a, float* values, float* work)
    {
        byte vectors = (byte)'V', triangle = (byte)'L';
        int info, length = WorkOf(n) - 8 * n - 8, places = 5 * n + 8;
        Syevd(&vectors, &triangle, &n, a, &n, values, work, &length, (int*)(work + length), &places, &info);
    }

    public static void Svd(int n, float* a, float* values, float* u, float* vt, float* work)
    {
        byte all = (byte)'A';
        int info, length = WorkOf(n) - 8 * n;
        Gesdd(&all, &n, &n, a, &n, values, u, &n, vt, &n, work, &length, (int*)(work + length), &info);
    }

    /// <summary>Real parts of the eigenvalues, then imaginary ones, and the right vectors.</summary>
    public static void Eig(int n, float* a, float* values, float* vectors, float* work)
    {
        byte no = (byte)'N', yes = (byte)'V';
        int info, length = WorkOf(n), one = 1;
        Geev(&no, &yes, &n, a, &n, values, values + n, null, &one, vectors, &n, work, &length, &info);
    }

    [LibraryImport(Library, EntryPoint = "sgeqrf_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Geqrf(int* rows, int* columns, float* a, int* stride, float* taus, float* work, int* length, int* info);

    [LibraryImport(Library, EntryPoint = "sorgqr_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Orgqr(int* rows, int* columns, int* count, float* a, int* stride, float* taus, float* work, int* length, int* info);

    [LibraryImport(Library, EntryPoint = "ssyevd_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Syevd(byte* vectors, byte* triangle, int* n, float* a, int* stride, float* values, float* work, int* length, int* places, int* placesLength, int* info);

    [LibraryImport(Library, EntryPoint = "sgesdd_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Gesdd(
        byte* vectors, int* rows, int* columns, float* a, int* stride, float* values, float* u, int* strideOfU, float* vt, int* strideOfVt, float* work, int* length, int* places, int* info);

    [LibraryImport(Library, EntryPoint = "sgeev_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Geev(
        byte* left, byte* right, int* n, float* a, int* stride, float* real, float* imaginary, float* leftVectors, int* strideOfLeft, float* vectors, int* strideOfVectors, float* work, int* length, int* info);
}
