using Tangent.Kernels;

namespace Tangent;

/// <summary>Computes the values of nodes.</summary>
internal static class Evaluator
{
    /// <summary>Gives every root a value. If it fails, no array has changed.</summary>
    public static void Evaluate(ReadOnlySpan<Node> roots)
    {
        Node[] pending = [.. roots.ToArray().Where(node => node.Value is null)];
        if (pending.Length == 0 || (pending.Length == 1 && DirectEvaluation.TryRun(pending[0])))
            return;
        var graph = new PlanGraph(pending);
        KeepPolicy.Mark(graph, pending);
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
}
