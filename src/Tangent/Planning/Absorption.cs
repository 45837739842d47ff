using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Turns groups into operations. A reduction takes along the loop that makes what it reads, and a product the loop that reads
/// what it makes, so that neither is stored.
/// </summary>
internal sealed class Absorption
{
    private readonly PlanGraph graph;
    private readonly FusedLoops loops;

    // By the index of an operation: the loop that it takes along.
    private readonly FusedGroup?[] guests;

    private Absorption(PlanGraph graph)
    {
        this.graph = graph;
        loops = new FusedLoops(graph);
        guests = new FusedGroup?[graph.Operations.Count];
    }

    /// <summary>Names the operations that remain as the producers of what they make.</summary>
    public static void Run(PlanGraph graph, List<FusedGroup> groups)
    {
        var pass = new Absorption(graph);
        pass.TakeReaders(groups);
        pass.TakeProducers();
        var operations = new List<PlanOperation>();
        foreach (PlanOperation operation in graph.Operations)
            if (pass.WithGuest(operation) is { } result)
                operations.Add(result);
        foreach (FusedGroup group in groups)
            if (group.Host is null && group.Outputs.Count > 0)
                operations.Add(pass.Loop(group));
        foreach (PlanOperation operation in operations)
            foreach (PlanValue output in operation.Outputs)
                output.Producer = operation;
    }

    // A loop of one result that alone reads a product becomes its epilogue.
    private void TakeReaders(List<FusedGroup> groups)
    {
        foreach (FusedGroup group in groups)
            if (group.Outputs.Count == 1 && group.Inputs.FindLast(input => IsReadBy(input, group)) is { } product)
                Take(product.Producer!, group);
    }

    private static bool IsReadBy(PlanValue value, FusedGroup group)
    {
        if (value is not { Producer.Kernel: ProductKernel, MustBeStored: false } || value.Spec.Shape != group.Shape)
            return false;
        int readings = 0;
        foreach (PlanOperation member in group.Members)
            foreach (PlanValue input in member.Inputs)
                readings += ReferenceEquals(input, value) ? 1 : 0;
        return readings == value.Readings;
    }

    // A loop whose only result is read by one reduction alone runs inside it.
    private void TakeProducers()
    {
        foreach (PlanOperation operation in graph.Operations)
            if (operation.Kernel is FoldKernel
                && operation.Inputs[0] is { Producer.Group: { Outputs.Count: 1, Host: null } group, Readings: 1, MustBeStored: false })
                Take(operation, group);
    }

    private void Take(PlanOperation host, FusedGroup group)
    {
        group.Host = host;
        guests[host.Index] = group;
    }

    private PlanOperation? WithGuest(PlanOperation operation) => operation.Kernel switch
    {
        MapKernel => null,
        ViewKernel view => ViewPlacement.Of(operation, view),
        FoldKernel fold when guests[operation.Index] is { } group => Fold(operation, fold, group),
        ProductKernel product when guests[operation.Index] is { } group => Product(operation, product, group),
        _ => operation,
    };

    private PlanOperation Fold(PlanOperation operation, FoldKernel fold, FusedGroup group)
    {
        FusedLoop loop = loops.Of(group);
        return new(fold with { Prologue = loop.Body }, loop.Inputs, operation.Outputs) { Need = Math.Max(operation.Need, NeedOf(group)) };
    }

    private PlanOperation Product(PlanOperation operation, ProductKernel product, FusedGroup group)
    {
        FusedLoop loop = loops.Of(group, operation.Output);
        return new(product with { Epilogue = loop.Body }, [.. operation.Inputs, .. loop.Inputs[1..]], [.. group.Outputs]) { Need = Math.Max(operation.Need, NeedOf(group)) };
    }

    private PlanOperation Loop(FusedGroup group)
    {
        FusedLoop loop = loops.Of(group);
        return new(new MapKernel(loop.Body), loop.Inputs, [.. group.Outputs]) { Need = NeedOf(group) };
    }

    private static long NeedOf(FusedGroup group)
    {
        long need = 0;
        foreach (PlanOperation member in group.Members)
            need = Math.Max(need, member.Need);
        return need;
    }
}
