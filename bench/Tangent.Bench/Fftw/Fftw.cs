using System.Runtime.InteropServices;

namespace Tangent.Bench;

/// <summary>The functions of FFTW in single precision that the bench calls (see fftw3.h).</summary>
internal static unsafe partial class Fftw
{
    // Values of the sign of a transform's exponent and of the planner's flags.
    public const int Forward = -1;
    public const uint Measure = 0;

    private const string Library = "libfftw3f.so.3", Threads = "libfftw3f_threads.so.3";

    [LibraryImport(Library, EntryPoint = "fftwf_plan_many_dft")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Plan(
        int rank, int* lengths, int count, float* x, int* widthsOfX, int stepOfX, int distanceOfX, float* y, int* widthsOfY, int stepOfY, int distanceOfY, int sign, uint flags);

    [LibraryImport(Library, EntryPoint = "fftwf_plan_dft_r2c_1d")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint PlanReal(int length, float* x, float* y, uint flags);

    [LibraryImport(Library, EntryPoint = "fftwf_execute")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Execute(nint plan);

    [LibraryImport(Threads, EntryPoint = "fftwf_init_threads")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int InitializeThreads();

    [LibraryImport(Threads, EntryPoint = "fftwf_plan_with_nthreads")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void PlanWithThreads(int count);

    /// <summary>The version, which the library has as a variable.</summary>
    public static string Version => Marshal.PtrToStringUTF8(NativeLibrary.GetExport(NativeLibrary.Load(Library), "fftwf_version")) ?? "FFTW";
}
