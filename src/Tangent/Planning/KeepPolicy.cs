using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Decides which values of a plan outlive it: those that were asked for, that a transform in progress may read, that
/// nodes outside this plan read, and those whose handle may still be alive. Decision 1 has the measurements.
/// </summary>
internal static class KeepPolicy
{
    /// <summary>Temporaries that seem held are worth a young collection from this many bytes on.</summary>
    private const long WorthCollecting = 8 << 20;

    /// <summary>Below this size a temporary stays in the L2 cache, and fusing it away wins a third as much per byte.</summary>
    private const long CacheBytes = 1 << 20;

    /// <summary>Marks what is kept.</summary>
    public static void Mark(PlanGraph graph, ReadOnlySpan<Node> roots)
    {
        List<Node> doubtful = MarkCertain(graph, roots);
        HandleHistory history = HandleHistory.Current;
        history.Inspect();
        if (!history.IsClean)
            CollectIfWorthwhile(doubtful, history);
        foreach (Node node in doubtful)
            if (node.Holders?.Find() is not null)
                MarkDoubtful(graph, node, history);
    }

    // Of the nodes returned only the collector knows whether anyone holds them.
    private static List<Node> MarkCertain(PlanGraph graph, ReadOnlySpan<Node> roots)
    {
        var wanted = new HashSet<Node>([.. roots]);
        var doubtful = new List<Node>();
        bool wasWrong = false;
        foreach (Node node in graph.Nodes)
        {
            if (node.Value is not null)
                continue;
            PlanItem item = graph[node];
            wasWrong |= node.WasTakenForDead;
            // A literal, spread over a shape or not, is at hand whenever someone asks; storing it takes a loop of its own.
            if (wanted.Contains(node) || node.IsTraced || node.Consumers > item.ReadingsOfNodes || (node.Holders is null && item.Literal is null))
                graph.Keep(node);
            else if (item.Literal is null && node.MayBeHeld())
                doubtful.Add(node);
        }
        if (wasWrong)
            HandleHistory.Current.Note(isHeld: true);
        return doubtful;
    }

    private static void MarkDoubtful(PlanGraph graph, Node node, HandleHistory history)
    {
        history.Record(node.Holders!);
        node.WasTakenForDead = history.IsClean;
        if (!node.WasTakenForDead)
            graph.Keep(node);
    }

    // Code that does hold its intermediates, or is not optimised yet, must not pay for a collection every time.
    private static void CollectIfWorthwhile(List<Node> doubtful, HandleHistory history)
    {
        long before = Weight(doubtful);
        if (before < WorthCollecting)
            return;
        if (!history.Asking.IsDue)
        {
            history.Asking.Pass();
            return;
        }
        BufferPool.Shared.CollectYoungest();
        if (Weight(doubtful.FindAll(node => node.MayBeHeld())) < before)
            history.Asking.Succeed();
        else
            history.Asking.Fail();
    }

    private static long Weight(List<Node> nodes)
    {
        long weight = 0;
        foreach (Node node in nodes)
            weight += Weight(node);
        return weight;
    }

    private static long Weight(Node node) => node.HeldBytes < CacheBytes ? node.HeldBytes / 3 : node.HeldBytes;
}
