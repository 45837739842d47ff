using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>LAPACK in float32.</summary>
internal sealed unsafe partial class SingleLapack : ILapack<float>
{
    private const string Library = "libopenblas.so.0";

    public static void Cholesky(int n, float* a)
    {
        byte triangle = (byte)'L';
        int info;
        Potrf(&triangle, &n, a, &n, &info);
    }

    public static void Lu(int n, float* a, int* pivots)
    {
        int info;
        Getrf(&n, &n, a, &n, pivots, &info);
    }

    public static void Inverse(int n, float* a, int* pivots, float* work, int length)
    {
        int info;
        Getri(&n, a, &n, pivots, work, &length, &info);
    }

    public static void Solve(int n, int columns, float* a, int* pivots, float* b)
    {
        int info;
        Gesv(&n, &columns, a, &n, pivots, b, &n, &info);
    }

    public static void SolveLower(int n, int columns, float* a, float* b)
    {
        byte triangle = (byte)'L', asIs = (byte)'N', diagonal = (byte)'N';
        int info;
        Trtrs(&triangle, &asIs, &diagonal, &n, &columns, a, &n, b, &n, &info);
    }

    [LibraryImport(Library, EntryPoint = "spotrf_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Potrf(byte* triangle, int* n, float* a, int* stride, int* info);

    [LibraryImport(Library, EntryPoint = "sgetrf_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Getrf(int* rows, int* columns, float* a, int* stride, int* pivots, int* info);

    [LibraryImport(Library, EntryPoint = "sgetri_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Getri(int* n, float* a, int* stride, int* pivots, float* work, int* length, int* info);

    [LibraryImport(Library, EntryPoint = "sgesv_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Gesv(int* n, int* columns, float* a, int* stride, int* pivots, float* b, int* strideOfB, int* info);

    [LibraryImport(Library, EntryPoint = "strtrs_")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Trtrs(byte* triangle, byte* order, byte* diagonal, int* n, int* columns, float* a, int* stride, float* b, int* strideOfB, int* info);
}
