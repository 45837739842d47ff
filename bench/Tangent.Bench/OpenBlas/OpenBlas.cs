using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>The functions of OpenBLAS that the bench calls (the C interface of the BLAS; see cblas.h).</summary>
internal static partial class OpenBlas
{
    // Values of CBLAS_LAYOUT and CBLAS_TRANSPOSE.
    public const int RowMajor = 101, AsIs = 111, Transposed = 112;

    private const string Library = "libopenblas.so.0";

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Multiply(
        int layout, int orderX, int orderY, int m, int n, int k,
        float alpha, ReadOnlySpan<float> x, int strideX, ReadOnlySpan<float> y, int strideY, float beta, Span<float> result, int strideResult);

    [LibraryImport(Library, EntryPoint = "cblas_dgemm")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Multiply(
        int layout, int orderX, int orderY, int m, int n, int k,
        double alpha, ReadOnlySpan<double> x, int strideX, ReadOnlySpan<double> y, int strideY, double beta, Span<double> result, int strideResult);

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void SetThreads(int count);

    [LibraryImport(Library, EntryPoint = "openblas_get_config")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint GetConfiguration();

    [LibraryImport(Library, EntryPoint = "openblas_get_corename")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint GetCoreName();
}
