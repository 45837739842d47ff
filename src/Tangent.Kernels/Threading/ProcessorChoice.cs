using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>On which processors a thread may run: a hint to Linux's scheduler, and nothing elsewhere.</summary>
internal static unsafe partial class ProcessorChoice
{
    /// <summary>No processor, or no thread.</summary>
    public const int Unknown = -1;

    // The size of the C library's cpu_set_t, one bit for each of 1,024 processors.
    private const int SetWords = 16;

    /// <summary>The processor on which the caller runs, or <see cref="Unknown"/>.</summary>
    public static int Current() => Ask(GetProcessor);

    /// <summary>The system's number for the calling thread, or <see cref="Unknown"/>.</summary>
    public static int CurrentThread() => Ask(GetThread);

    /// <summary>
    /// Lets a thread run on all processors that the caller may use but <paramref name="processor"/>. False, and nothing
    /// changes, if that leaves none, or the system offers no choice.
    /// </summary>
    public static bool Avoid(int thread, int processor)
    {
        if (thread <= 0 || (uint)processor >= 64 * SetWords)
            return false;
        ulong* allowed = stackalloc ulong[SetWords];
        const int size = SetWords * sizeof(ulong);
        if (GetAllowed(0, size, allowed) != 0)
            return false;
        allowed[processor / 64] &= ~(1ul << (processor % 64));
        return new ReadOnlySpan<ulong>(allowed, SetWords).ContainsAnyExcept(0ul) && SetAllowed(thread, size, allowed) == 0;
    }

    private static int Ask(Func<int> question)
    {
        if (!OperatingSystem.IsLinux())
            return Unknown;
        try
        {
            return question();
        }
        catch (TypeLoadException)
        {
            return Unknown; // a C library without this function
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetProcessor();

    [LibraryImport("libc", EntryPoint = "gettid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetThread();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetAllowed(int thread, nint size, ulong* set);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAllowed(int thread, nint size, ulong* set);
}
