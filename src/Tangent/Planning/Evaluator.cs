using Tangent.Kernels;

namespace Tangent;

/// <summary>Computes the values of nodes.</summary>
internal static class Evaluator
{
    /// <summary>Gives every root a value. If it fails, every value that was there is still there.</summary>
    public static void Evaluate(params ReadOnlySpan<Node> roots) => Evaluate(roots, CancellationToken.None);

    /// <summary>The same, and stops between two operations where that is asked for: then too every value is still there.</summary>
    public static void Evaluate(ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        if (AllReady(roots) || (NaNScope.IsAnyOpen && NaNScope.TryRun(roots, cancellation)))
            return;
        if (PendingEvaluations.Any)
            PendingEvaluations.WaitFor(roots, cancellation);
        if (!DirectEvaluation.TryRun(roots, cancellation))
            RunPlan(roots, cancellation);
        CollectionPoint.EvaluationEnded();
    }

    /// <summary>The same by a plan of the whole graph, however small it is.</summary>
    public static void RunPlan(ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        PlanGraph graph = Decomposition.Of(roots);
        if (!graph.HasEffects)
        {
            Run(graph, roots, cancellation);
            return;
        }
        Node[] wanted = [.. roots];
        EffectOrder.Alone(() => Run(Decomposition.Of(wanted), wanted, cancellation));
    }

    private static void Run(PlanGraph graph, ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        KeepPolicy.Mark(graph, roots);
        Plan plan = Plan.Build(graph);
        BufferView?[] memory = plan.Memory();
        plan.Run(memory, static (node, value) => node.SetValue(value), cancellation);
        foreach (Node node in graph.Kept)
            if (Plan.Find(graph[node], memory) is { } value)
                node.SetValue(value);
        // A value that a transform needed when it was computed may let go of its graph now.
        foreach (Node node in graph.Given)
            node.ReleaseInputs();
    }

    /// <summary>The same for a function of the user's choice, which an error names where there is no value to be had.</summary>
    public static void Evaluate(string reader, params ReadOnlySpan<Node> roots) => Evaluate(reader, roots, CancellationToken.None);

    /// <inheritdoc cref="Evaluate(string, ReadOnlySpan{Node})"/>
    public static void Evaluate(string reader, ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        try
        {
            Evaluate(roots, cancellation);
        }
        catch (NoValueException error)
        {
            throw error.By(reader, roots);
        }
    }

    private static bool AllReady(ReadOnlySpan<Node> roots)
    {
        foreach (Node root in roots)
            if (root.Value is null)
                return false;
        return true;
    }
}
