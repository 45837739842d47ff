using Tangent.Kernels;

namespace Tangent;

/// <summary>Orders the operations of a plan so that few bytes are alive at once.</summary>
/// <remarks>
/// In one order each runs right before it is first needed, as in Sethi and Ullman, "The generation of optimal code for arithmetic
/// expressions" (1970): of what an operation reads, that comes first which needs the most beyond what it leaves. It suits trees.
/// In the other each runs as soon as all that it reads is there, which suits chains that share what they read, side by side. Either
/// is linear in the graph; where memory matters both are tried, and the one that needs less is taken.
/// </remarks>
internal static class Scheduling
{
    /// <summary>Where all values together have fewer bytes than this, any order will do; of two orders the better one is looked for from here on.</summary>
    private const long WorthTrying = 4 << 20;

    /// <summary>Estimates what each operation needs, before they are fused.</summary>
    public static void Estimate(PlanGraph graph)
    {
        if (graph.Bytes < WorthTrying)
            return;
        var inputs = new List<PlanValue>();
        foreach (PlanOperation operation in graph.Operations)
        {
            inputs.Clear();
            foreach (PlanValue input in operation.Inputs)
                if (input.Producer is not null && !inputs.Contains(input))
                    inputs.Add(input);
            Sort(inputs);
            long held = 0, need = 0;
            foreach (PlanValue input in inputs)
            {
                need = Math.Max(need, held + input.Producer!.Need);
                held += input.Bytes;
            }
            foreach (PlanValue output in operation.Outputs)
                held += operation.Kernel is ViewKernel ? 0 : output.Bytes;
            operation.Need = Math.Max(need, held);
        }
    }

    /// <summary>The operations that kept values need, in the order in which they run.</summary>
    public static List<PlanOperation> Order(PlanGraph graph)
    {
        var roots = new List<(long Id, PlanOperation Operation)>();
        foreach (Node node in graph.Kept)
        {
            if (graph[node] is not { Keeping: Keeping.Yes } value)
                continue;
            AddRoot(value, node.Id, roots);
            foreach (PlanValue awaited in value.Waits ?? [])
                AddRoot(awaited, node.Id, roots);
        }
        // What was made first is needed first: gradients of late layers come before those of early ones.
        roots.Sort((x, y) => x.Id.CompareTo(y.Id));
        var inputs = new List<PlanValue>();
        var seen = new bool[graph.ValueCount];
        List<PlanOperation> order = GraphSort.Order([.. roots.Select(root => root.Operation)], operation => Before(operation, inputs), IsNew);
        if (graph.Bytes < WorthTrying)
            return order;
        (List<PlanOperation> needed, long peak) = new EagerRelease(graph, order).Run();
        if (peak < WorthTrying)
            return needed;
        (List<PlanOperation> early, long other) = new EagerRelease(graph, ByLevel(order)).Run();
        return other < peak ? early : needed;

        bool IsNew(PlanOperation operation) => !seen[operation.Outputs[0].Index] && (seen[operation.Outputs[0].Index] = true);
    }

    private static void AddRoot(PlanValue value, long id, List<(long Id, PlanOperation Operation)> roots)
    {
        if (value.Owner.Producer is { } producer)
            roots.Add((id, producer));
    }

    // A level after the last of what it reads or waits for.
    private static List<PlanOperation> ByLevel(List<PlanOperation> order)
    {
        var levels = new List<List<PlanOperation>>();
        foreach (PlanOperation operation in order)
        {
            int level = 0;
            foreach (PlanOperation before in operation.Before)
                level = Math.Max(level, before.Position + 1);
            operation.Position = level;
            if (level == levels.Count)
                levels.Add([]);
            levels[level].Add(operation);
        }
        return [.. levels.SelectMany(level => level)];
    }

    // What must have run before an operation; what needs the most memory beyond what it leaves comes first.
    private static PlanOperation[] Before(PlanOperation operation, List<PlanValue> inputs)
    {
        inputs.Clear();
        foreach (PlanValue input in operation.Inputs)
        {
            Add(input, inputs);
            foreach (PlanValue other in input.Waits ?? [])
                Add(other, inputs);
        }
        foreach (PlanValue other in operation.Waits ?? [])
            Add(other, inputs);
        Sort(inputs);
        var producers = new PlanOperation[inputs.Count];
        for (int i = 0; i < producers.Length; i++)
            producers[i] = inputs[i].Producer!;
        return operation.Before = producers;
    }

    private static void Add(PlanValue value, List<PlanValue> inputs)
    {
        if (value.Owner is { Producer: not null } owner)
            inputs.Add(owner);
    }

    // There are few.
    private static void Sort(List<PlanValue> values)
    {
        for (int i = 1; i < values.Count; i++)
        {
            PlanValue value = values[i];
            int place = i;
            for (; place > 0 && Excess(values[place - 1]) < Excess(value); place--)
                values[place] = values[place - 1];
            values[place] = value;
        }
    }

    private static long Excess(PlanValue value) => value.Producer!.Need - value.Bytes;
}
