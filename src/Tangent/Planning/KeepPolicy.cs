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

    /// <summary>Marks what is kept.</summary>
    public static void Mark(PlanGraph graph, ReadOnlySpan<Node> roots)
    {
        Experience experience = Experience.Current;
        experience.Learn(graph.Nodes);
        List<Node> doubtful = MarkCertain(graph, roots);
        bool countsHandles = experience.CountsHandles();
        if (doubtful.Count == 0)
            return;
        int collections = GC.CollectionCount(0);
        HashSet<Readers> inside = Readership.Inside(graph.Nodes);
        var readership = new Readership(inside, doubtful, countsHandles);
        bool isAsked = readership.Bytes >= WorthCollecting && BufferPool.Shared.TryCollectYoungest();
        if (isAsked)
            readership = new Readership(inside, doubtful, countsHandles);
        // Of what is older than an earlier collection this one has not told. What is not worth one is not much.
        int oldest = !experience.TrustsReaders ? int.MaxValue : readership.Bytes < WorthCollecting ? 0 : isAsked ? collections : int.MaxValue;
        bool isTrusted = false;
        for (int i = 0; i < doubtful.Count; i++)
        {
            doubtful[i].Judgement = Judge(doubtful[i], readership.YoungestOf(i), oldest, countsHandles);
            if (doubtful[i].Judgement is Judgement.Doubted or Judgement.Trusted)
                graph.Keep(doubtful[i], doubtful[i].Judgement == Judgement.Trusted ? Keeping.Yes : Keeping.Guess);
            isTrusted |= doubtful[i].Judgement == Judgement.Trusted;
        }
        if (isTrusted)
            experience.Trusted();
    }

    private static Judgement Judge(Node node, int youngest, int oldest, bool countsHandles)
    {
        if (youngest != Readership.Nobody)
            return youngest >= oldest ? Judgement.Trusted : Judgement.Doubted;
        return !countsHandles && node.Readers!.Find() is not null ? Judgement.TakenForDead : Judgement.None;
    }

    // Of the nodes returned only their readers tell whether they are needed.
    private static List<Node> MarkCertain(PlanGraph graph, ReadOnlySpan<Node> roots)
    {
        var wanted = new NodeSet(roots);
        var doubtful = new List<Node>();
        foreach (Node node in graph.Nodes)
        {
            if (node.Value is not null || graph.Find(node) is not { } value)
                continue;
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
}
