namespace Tangent;

/// <summary>Who outside a plan may still read some of its nodes: the answer for all of them in one walk over their readers.</summary>
internal sealed class Readership
{
    /// <summary>Nobody reads the node.</summary>
    public const int Nobody = -1;

    /// <summary>Below this size a temporary stays in the L2 cache, and fusing it away wins a third as much per byte.</summary>
    private const long CacheBytes = 1 << 20;

    private readonly int[] youngest;
    private readonly Dictionary<Readers, int> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at nodes of a plan that has the readers <paramref name="inside"/>; <paramref name="countsHandles"/> if handles on them count, not only nodes outside that were made from them.</summary>
    public Readership(HashSet<Readers> inside, List<Node> nodes, bool countsHandles)
    {
        youngest = new int[nodes.Count];
        for (int i = 0; i < youngest.Length; i++)
        {
            youngest[i] = Youngest(nodes[i].Readers!, inside, countsHandles);
            if (youngest[i] != Nobody)
                Bytes += nodes[i].HeldBytes < CacheBytes ? nodes[i].HeldBytes / 3 : nodes[i].HeldBytes;
        }
    }

    /// <summary>The readers that are nodes of a plan.</summary>
    public static HashSet<Readers> Inside(List<Node> plan)
    {
        var inside = new HashSet<Readers>(ReferenceEqualityComparer.Instance);
        foreach (Node node in plan)
            if (node.Readers is { } readers)
                inside.Add(readers);
        return inside;
    }

    /// <summary>Bytes of the nodes that seem to be read, the small ones at a third.</summary>
    public long Bytes { get; }

    /// <summary>The collections there had been when the youngest reader of a node was made; <see cref="Nobody"/> if there is none.</summary>
    public int YoungestOf(int index) => youngest[index];

    private int Youngest(Readers readers, HashSet<Readers> inside, bool countsHandles)
    {
        int result = countsHandles && readers.Find() is not null ? readers.BornAt : Nobody;
        foreach (Readers consumer in readers.Consumers)
            if (!consumer.IsDone && !inside.Contains(consumer))
                result = Math.Max(result, Youngest(consumer));
        return result;
    }

    // Graphs outside may be long, and several nodes may be read by the same: each reader is visited once.
    private int Youngest(Readers outside)
    {
        if (known.TryGetValue(outside, out int found))
            return found;
        foreach (Readers readers in GraphSort.Order([outside], Unknown, new HashSet<Readers>().Add))
        {
            int result = readers.Find() is not null ? readers.BornAt : Nobody;
            foreach (Readers consumer in readers.Consumers)
                result = Math.Max(result, known.GetValueOrDefault(consumer, Nobody));
            known[readers] = result;
        }
        return known[outside];
    }

    private Readers[]? Unknown(Readers readers) => known.ContainsKey(readers) || readers.IsDone ? null : readers.Consumers;
}
