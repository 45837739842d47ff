using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>LAPACK in float64.</summary>
internal sealed unsafe partial class DoubleLapack : ILapack<double>
{
    private const string Library = "libopenblas.so.0";

    public static void Cholesky(int n, double* a)
    {
        byte triangle = (byte)'L';
        int info;
        Potrf(&triangle, &n, a, &n, &info);
    }

    public static void Lu(int n, double* a, int* pivots)
    {
        int info;
        Getrf(&n, &n, a, &n, pivots, &info);
    }

    public static void Inverse(int n, double* a, int* pivots, double* work, int length)
    {
        int info;
        Getri(&n, a, &n, pivots, work, &length, &info);
    }

    public static void Solve(int n, int columns, double* a, int* pivots, double* b)
    {
        int info;
        Gesv(&n, &columns, a, &n, pivots, b, &n, &info);
    }

    public static void SolveLower(int n, int columns, double* a, double* b)
    {
        byte triangle = (byte)'L', asIs = (byte)'N', diagonal = (byte)'N';
        int info;
        Trtrs(&triangle, &asIs, &diagonal, &n, &columns, a, &n, b, &n, &info);
    }

    [LibraryImport(Library, EntryPoint = "dpotrf_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Potrf(byte* triangle, int* n, double* a, int* stride, int* info);

    [LibraryImport(Library, EntryPoint = "dgetrf_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Getrf(int* rows, int* columns, double* a, int* stride, int* pivots, int* info);

    [LibraryImport(Library, EntryPoint = "dgetri_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Getri(int* n, double* a, int* stride, int* pivots, double* work, int* length, int* info);

    [LibraryImport(Library, EntryPoint = "dgesv_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Gesv(int* n, int* columns, double* a, int* stride, int* pivots, double* b, int* strideOfB, int* info);

    [LibraryImport(Library, EntryPoint = "dtrtrs_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Trtrs(byte* triangle, byte* order, byte* diagonal, int* n, int* columns, double* a, int* stride, double* b, int* strideOfB, int* info);
}
