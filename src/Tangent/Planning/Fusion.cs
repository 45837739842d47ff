using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Decides which elementwise operations run as one loop. Every operation gets a stage such that a value read from memory
/// comes from an earlier stage; loops of one stage that share values become one group, so groups never depend on each
/// other in a circle.
/// </summary>
internal static class Fusion
{
    /// <summary>Groups the elementwise operations of a graph.</summary>
    public static List<FusedGroup> Run(PlanGraph graph)
    {
        List<PlanOperation> operations = graph.Operations;
        int stages = 0;
        foreach (PlanOperation operation in operations)
        {
            operation.Stage = Earliest(operation);
            stages = Math.Max(stages, operation.Stage + 1);
        }
        Delay(operations);
        List<FusedGroup> groups = Split(operations, Join(graph, InOrderOfStages(operations, stages)));
        Connect(groups, graph);
        return groups;
    }

    private static int Earliest(PlanOperation operation)
    {
        int stage = 0;
        foreach (PlanValue input in operation.Inputs)
            if (input.Literal is null && input.Producer is { } producer)
                stage = Math.Max(stage, producer.FusesWith(operation) ? producer.Stage : Available(producer));
        foreach (PlanValue other in operation.Waits ?? [])
            if (other.Producer is { } producer)
                stage = Math.Max(stage, Available(producer));
        return stage;
    }

    /// <summary>The first stage in which the results lie in memory.</summary>
    private static int Available(PlanOperation operation) => operation.Kernel is ViewKernel ? operation.Stage : operation.Stage + 1;

    /// <summary>
    /// Moves loops to the latest stage that their readers allow, so that a producer fuses with the loop that needs it. What is
    /// stored anyway stays with a producer that cannot come along.
    /// </summary>
    private static void Delay(List<PlanOperation> operations)
    {
        var latest = new int[operations.Count];
        Array.Fill(latest, int.MaxValue);
        // How often what each makes is read by those that were visited.
        var visited = new int[operations.Count];
        for (int i = operations.Count - 1; i >= 0; i--)
        {
            PlanOperation operation = operations[i];
            if (operation.IsMap && latest[i] != int.MaxValue && !(operation.Output.MustBeStored && StaysWithProducer(operation, latest, visited)))
                operation.Stage = Math.Max(operation.Stage, latest[i]);
            foreach (PlanValue input in operation.Inputs)
                if (input.Producer is { } producer)
                {
                    latest[producer.Index] = Math.Min(latest[producer.Index], producer.FusesWith(operation) ? operation.Stage : operation.Stage - 1);
                    visited[producer.Index]++;
                }
            foreach (PlanValue other in operation.Waits ?? [])
                if (other.Producer is { } producer)
                    latest[producer.Index] = Math.Min(latest[producer.Index], operation.Stage - 1);
        }
    }

    private static bool StaysWithProducer(PlanOperation operation, int[] latest, int[] visited)
    {
        foreach (PlanValue input in operation.Inputs)
            if (input.Literal is null && input.Producer is { } producer && producer.FusesWith(operation) && producer.Stage == operation.Stage
                && !(MayFollow(input, operation, visited) && latest[producer.Index] >= latest[operation.Index]))
                return true;
        return false;
    }

    /// <summary>Whether all that reads a value from here on was visited, and it need not be stored.</summary>
    private static bool MayFollow(PlanValue value, PlanOperation reader, int[] visited)
    {
        int readings = visited[value.Producer!.Index];
        foreach (PlanValue input in reader.Inputs)
            readings += input == value ? 1 : 0;
        return readings == value.Readings && !value.MustBeStored;
    }

    private static int[] InOrderOfStages(List<PlanOperation> operations, int stages)
    {
        var ends = new int[stages];
        foreach (PlanOperation operation in operations)
            ends[operation.Stage]++;
        for (int stage = 1; stage < stages; stage++)
            ends[stage] += ends[stage - 1];
        var order = new int[operations.Count];
        for (int i = operations.Count - 1; i >= 0; i--)
            order[--ends[operations[i].Stage]] = i;
        return order;
    }

    /// <summary>Unites loops that read one another, and those of one stage that read the same from memory.</summary>
    private static DisjointSets Join(PlanGraph graph, int[] order)
    {
        List<PlanOperation> operations = graph.Operations;
        var sets = new DisjointSets(operations.Count);
        // One of those of the stage that read a value from memory; one more than its index.
        var readers = new int[graph.ValueCount];
        foreach (int i in order)
        {
            PlanOperation operation = operations[i];
            if (!operation.IsMap)
                continue;
            foreach (PlanValue input in operation.Inputs)
            {
                if (input.Literal is not null)
                    continue;
                ref int reader = ref readers[input.Index];
                if (input.Producer is { } producer && producer.FusesWith(operation) && producer.Stage == operation.Stage)
                    sets.Union(producer.Index, i);
                else if (reader > 0 && operations[reader - 1].Stage == operation.Stage)
                    sets.Union(reader - 1, i);
                else
                    reader = i + 1;
            }
        }
        return sets;
    }

    private static List<FusedGroup> Split(List<PlanOperation> operations, DisjointSets sets)
    {
        var groups = new List<FusedGroup>();
        var latest = new FusedGroup?[operations.Count];
        foreach (PlanOperation operation in operations)
        {
            if (!operation.IsMap)
                continue;
            ref FusedGroup? group = ref latest[sets.Find(operation.Index)];
            if (group is null || group.Members.Count == FusedGroup.Limit)
                groups.Add(group = new FusedGroup());
            group.Members.Add(operation);
            operation.Group = group;
        }
        return groups;
    }

    private static void Connect(List<FusedGroup> groups, PlanGraph graph)
    {
        bool[] isRead = ReadFromMemory(graph);
        var readers = new FusedGroup?[graph.ValueCount];
        foreach (FusedGroup group in groups)
            foreach (PlanOperation member in group.Members)
            {
                foreach (PlanValue input in member.Inputs)
                {
                    ref FusedGroup? reader = ref readers[input.Index];
                    if (input.Literal is not null || IsInside(input, group) || reader == group)
                        continue;
                    reader = group;
                    group.Inputs.Add(input);
                }
                if (member.Output.MustBeStored || isRead[member.Output.Index])
                    group.Outputs.Add(member.Output);
            }
    }

    private static bool IsInside(PlanValue value, FusedGroup group) => value.Producer is { } producer && producer.Group == group;

    /// <summary>Which values something reads from memory, and not as part of the same loop or as a literal.</summary>
    private static bool[] ReadFromMemory(PlanGraph graph)
    {
        var isRead = new bool[graph.ValueCount];
        foreach (PlanOperation operation in graph.Operations)
            foreach (PlanValue input in operation.Inputs)
                isRead[input.Index] |= !operation.IsMap || (input.Literal is null && input.Producer?.Group != operation.Group);
        return isRead;
    }
}
