using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Turns groups into operations. A reduction takes along the loop that makes what it reads, and a product the loop that reads
/// what it makes, so that neither is stored.
/// </summary>
internal static class Absorption
{
    /// <summary>The operations that remain, in no particular order.</summary>
    public static List<PlanOperation> Run(PlanGraph graph, List<FusedGroup> groups)
    {
        var loops = new FusedLoops(graph);
        var operations = new List<PlanOperation>();
        foreach (PlanOperation operation in graph.Operations)
            if (operation.Kernel is FoldKernel)
                TakeProducer(operation);
        foreach (PlanOperation operation in graph.Operations)
            if (WithLoop(operation, loops) is { } result)
                operations.Add(result);
        foreach (FusedGroup group in groups)
            if (group.Host is null && group.Outputs.Count > 0)
                operations.Add(Loop(group, loops));
        foreach (PlanOperation operation in operations)
            foreach (PlanValue output in operation.Outputs)
                output.Producer = operation;
        return operations;
    }

    // A loop whose only result is read by one reduction runs inside it and stores nothing.
    private static void TakeProducer(PlanOperation fold)
    {
        PlanValue input = fold.Inputs[0];
        if (input is { Producer.Group: { Outputs.Count: 1 } group, Readings: 1, Keeping: Keeping.No })
            group.Host = fold;
    }

    private static PlanOperation? WithLoop(PlanOperation operation, FusedLoops loops) => operation.Kernel switch
    {
        MapKernel => null,
        ViewKernel view => Views.Place(operation, view),
        FoldKernel fold => Fold(operation, fold, loops),
        _ => operation,
    };

    private static PlanOperation Fold(PlanOperation operation, FoldKernel fold, FusedLoops loops)
    {
        if (operation.Inputs[0].Producer?.Group is not { } group || group.Host != operation)
            return operation;
        FusedLoop loop = loops.Of(group);
        return new PlanOperation(fold with { Prologue = loop.Body }, loop.Inputs, operation.Outputs) { Need = Math.Max(operation.Need, NeedOf(group)) };
    }

    private static PlanOperation Loop(FusedGroup group, FusedLoops loops)
    {
        FusedLoop loop = loops.Of(group);
        return new PlanOperation(new MapKernel(loop.Body), loop.Inputs, [.. group.Outputs]) { Need = NeedOf(group) };
    }

    private static long NeedOf(FusedGroup group)
    {
        long need = 0;
        foreach (PlanOperation member in group.Members)
            need = Math.Max(need, member.Need);
        return need;
    }
}
