using Tangent.Kernels;

namespace Tangent;

/// <summary>Computes the values of nodes.</summary>
internal static class Evaluator
{
    /// <summary>
    /// Temporaries of at least this many bytes are worth a collection of the youngest generation, after which it is
    /// known which of them anybody still holds.
    /// </summary>
    private const long CollectionBytes = 1 << 20;

    /// <summary>Gives every root a value. If it fails, no array has changed.</summary>
    public static void Evaluate(ReadOnlySpan<Node> roots)
    {
        Node[] pending = [.. roots.ToArray().Where(node => node.Value is null)];
        if (pending.Length == 0)
            return;
        var graph = new PlanGraph(pending);
        MarkKeepers(graph, pending);
        Plan plan = Plan.Build(graph);
        BufferView?[] values = plan.Run(graph.Items.Where(item => item.IsGiven).Select(item => (item.Slot, item.Node.Value!)));
        foreach (PlanItem item in graph.Items)
        {
            foreach (Node node in item.Keepers)
                node.SetValue(Plan.View(item, values));
            if (item.IsGiven)
                item.Node.ReleaseInputs();
        }
    }

    private static void MarkKeepers(PlanGraph graph, Node[] roots)
    {
        var wanted = new HashSet<Node>(roots, ReferenceEqualityComparer.Instance);
        var temporaries = new List<KeyValuePair<Node, PlanItem>>();
        foreach ((Node node, PlanItem item) in graph.Pending)
        {
            if (wanted.Contains(node) || node.IsTraced || node.Consumers > item.ReadingsHere)
                item.Keepers.Add(node);
            else
                temporaries.Add(new(node, item));
        }
        if (temporaries.Where(pair => pair.Key.Bytes >= Node.SmallBytes && pair.Key.MayBeHeld()).Sum(pair => pair.Key.Bytes) >= CollectionBytes)
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        foreach ((Node node, PlanItem item) in temporaries)
            if (node.Primitive is not Constant && node.MayBeHeld())
                item.Keepers.Add(node);
    }
}
