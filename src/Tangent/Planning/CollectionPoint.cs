using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Where a thread may collect: when it begins its next graph after an evaluation. Then neither plan nor graph of its own
/// lives, and the results before the last have been dropped (decision 2).
/// </summary>
internal static class CollectionPoint
{
    [ThreadStatic] private static bool isDue;

    /// <summary>An evaluation has ended. A thread that began no graph since its last one, because others make them, collects here.</summary>
    public static void EvaluationEnded()
    {
        bool isOverdue = isDue;
        isDue = BufferPool.Shared.EndEvaluation();
        if (isOverdue)
            GraphBegins();
    }

    /// <summary>An operation is about to enter a graph: collects, if it is the thread's first since an evaluation after which that was due.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void GraphBegins()
    {
        if (isDue)
            Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        isDue = false;
        BufferPool.Shared.CollectIfDue();
    }
}
