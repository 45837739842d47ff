using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The moment after an evaluation when the next graph begins, the best for a collection: neither plan nor graph lives,
/// and the results before the last have been dropped (decision 2).
/// </summary>
internal static class Intermission
{
    private static bool isDue;

    /// <summary>An evaluation has ended.</summary>
    public static void Announce()
    {
        if (BufferPool.Shared.EndEvaluation())
            Volatile.Write(ref isDue, true);
    }

    /// <summary>A node is about to be made: collects, if it is the first since an evaluation after which that was due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Use()
    {
        if (Volatile.Read(ref isDue))
            Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        Volatile.Write(ref isDue, false);
        BufferPool.Shared.CollectIfDue();
    }
}
