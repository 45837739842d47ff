using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Decides which values outlive the plan that computes them: those that were asked for, that a transform in progress may
/// read, or that somebody outside the plan may read. Decision 1 has the measurements.
/// </summary>
internal static class KeepPolicy
{
    /// <summary>Values that seem to be read elsewhere are worth a young collection from this many bytes on.</summary>
    private const long WorthCollecting = 8 << 20;

    /// <summary>The most evaluations in a row in which handles count, after one that took a living one for dead.</summary>
    private const int MostCautious = 1_024;

    // What one thread does says little about the others.
    [ThreadStatic] private static Backoff? daring;

    /// <summary>Marks what is kept.</summary>
    public static void Mark(PlanGraph graph, ReadOnlySpan<Node> roots)
    {
        List<Node> doubtful = MarkCertain(graph, roots, out bool wasWrong);
        bool countsHandles = CountsHandles(wasWrong);
        if (doubtful.Count == 0)
            return;
        int collections = GC.CollectionCount(0);
        var readership = new Readership(graph.Nodes, doubtful, countsHandles);
        bool isAsked = readership.Bytes >= WorthCollecting && BufferPool.Shared.TryCollectYoungest();
        if (isAsked)
            readership = new Readership(graph.Nodes, doubtful, countsHandles);
        for (int i = 0; i < doubtful.Count; i++)
        {
            int youngest = readership.YoungestOf(i);
            // Of what is older than an earlier collection this one has not told.
            if (youngest != Readership.Nobody)
                graph.Keep(doubtful[i], isAsked && youngest == collections ? Keeping.Yes : Keeping.Guess);
            else
                doubtful[i].WasTakenForDead = !countsHandles && doubtful[i].Readers!.Find() is not null;
        }
    }

    // Of the nodes returned only their readers tell whether they are needed.
    private static List<Node> MarkCertain(PlanGraph graph, ReadOnlySpan<Node> roots, out bool wasWrong)
    {
        var wanted = new HashSet<Node>([.. roots]);
        var doubtful = new List<Node>();
        wasWrong = false;
        foreach (Node node in graph.Nodes)
        {
            if (node.Value is not null || graph.Find(node) is not { } value)
                continue;
            wasWrong |= node.WasTakenForDead;
            if (wanted.Contains(node) || node.IsTraced || node.Primitive.HasEffect)
                graph.Keep(node);
            // A literal, spread over a shape or not, is at hand whenever someone asks.
            else if (value.Literal is null && node.Readers is null)
                graph.Keep(node, Keeping.Guess);
            else if (value.Literal is null)
                doubtful.Add(node);
        }
        return doubtful;
    }

    // A handle that still seems to live hardly ever does: most are temporaries that no collection has seen yet. Whoever reads
    // such an array after all has it computed again, and from then on handles count for a while, each time twice as long.
    private static bool CountsHandles(bool wasWrong)
    {
        Backoff backoff = daring ??= new Backoff(first: 0, MostCautious);
        if (wasWrong)
            backoff.Fail();
        bool isDaring = backoff.IsDue;
        backoff.Pass();
        return !isDaring;
    }
}
