using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Bytes of the large buffers that arrays use now.</summary>
    [Mlx("core.get_active_memory")]
    public static long GetActiveMemory() => BufferPool.Shared.ActiveBytes;

    /// <summary>The most bytes that were in use at once since the start or the last <see cref="ResetPeakMemory"/>.</summary>
    [Mlx("core.get_peak_memory")]
    public static long GetPeakMemory() => BufferPool.Shared.PeakBytes;

    /// <summary>Lets the peak start from what is in use now.</summary>
    [Mlx("core.reset_peak_memory")]
    public static void ResetPeakMemory() => BufferPool.Shared.ResetPeak();

    /// <summary>Bytes that are kept for new arrays.</summary>
    [Mlx("core.get_cache_memory")]
    public static long GetCacheMemory() => BufferPool.Shared.CachedBytes;

    /// <summary>Sets how many bytes may be in use; beyond it an allocation fails with <see cref="InsufficientMemoryException"/> and nothing else changes. Returns the former limit.</summary>
    [Mlx("core.set_memory_limit")]
    public static long SetMemoryLimit(long limit) => BufferPool.Shared.SetMemoryLimit(limit);

    /// <summary>
    /// Sets how many bytes may be kept for new arrays. Returns the former limit. Unless a limit other than that of the start is
    /// set, what was not needed in the last few hundred evaluations goes back to the system.
    /// </summary>
    [Mlx("core.set_cache_limit")]
    public static long SetCacheLimit(long limit) => BufferPool.Shared.SetCacheLimit(limit);

    /// <summary>
    /// Sets whether Tangent may ask the garbage collector to look for dropped arrays, for about an eighth of the time; true
    /// unless the <see cref="AppContext"/> switch <c>Tangent.ForcedCollections</c> is false. Where it may not, dropped arrays
    /// are found when the runtime collects for reasons of its own, and at the memory limit. Returns the former setting.
    /// </summary>
    public static bool SetForcedCollections(bool isForced) => BufferPool.Shared.SetForcedCollections(isForced);

    /// <summary>Collects dropped arrays, and gives the memory that is kept for new ones back to the system.</summary>
    [Mlx("core.clear_cache")]
    public static void ClearCache()
    {
        BufferPool.Shared.CollectAll();
        BufferPool.Shared.ClearCache();
    }
}
