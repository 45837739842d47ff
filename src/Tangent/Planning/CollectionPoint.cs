using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Where a thread may collect: when it begins a graph, which is with its first operation after an evaluation. Then neither plan nor
/// graph of its own lives, and the results before the last have been dropped (decision 2).
/// </summary>
internal static class CollectionPoint
{
    [ThreadStatic] private static bool isInGraph;

    private static bool isDue;

    /// <summary>An evaluation has ended. If since the last one that called for a collection no thread has begun a graph, there is none to wait for.</summary>
    public static void EvaluationEnded()
    {
        isInGraph = false;
        bool wasDue = Volatile.Read(ref isDue), isDueNow = BufferPool.Shared.EndEvaluation();
        Volatile.Write(ref isDue, isDueNow);
        if (wasDue && isDueNow)
            Collect();
    }

    /// <summary>An operation is about to enter a graph: collects, if that is due and the graph is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (!isInGraph)
            Begin();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Begin()
    {
        isInGraph = true;
        if (Volatile.Read(ref isDue))
            Collect();
    }

    private static void Collect()
    {
        Volatile.Write(ref isDue, false);
        BufferPool.Shared.CollectIfDue();
    }
}
