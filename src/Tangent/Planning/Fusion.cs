namespace Tangent;

/// <summary>
/// Decides which elementwise operations run as one loop. Every item gets a stage such that a value read from memory
/// comes from an earlier stage; loops of one stage that share values become one group, so groups never depend on each
/// other in a circle.
/// </summary>
internal static class Fusion
{
    /// <summary>Groups the maps among <paramref name="items"/>, which are in order of dependence.</summary>
    public static List<FusedGroup> Run(List<PlanItem> items)
    {
        int stages = 0;
        foreach (PlanItem item in items)
        {
            item.Stage = Earliest(item);
            stages = Math.Max(stages, item.Stage + 1);
        }
        Delay(items);
        List<FusedGroup> groups = Split(items, Join(items, InOrderOfStages(items, stages)));
        Connect(groups, items);
        return groups;
    }

    private static int Earliest(PlanItem item)
    {
        int stage = 0;
        foreach (PlanItem input in item.Inputs)
            if (input.Literal is null)
                stage = Math.Max(stage, input.FusesWith(item) ? input.Stage : Available(input));
        return stage;
    }

    /// <summary>The first stage in which the value lies in memory.</summary>
    private static int Available(PlanItem item) => item.Kernel is null or Kernels.ViewKernel ? item.Stage : item.Stage + 1;

    /// <summary>
    /// Moves maps to the latest stage that their readers allow, so that a producer fuses with the loop that needs it. What is
    /// stored anyway stays with a producer of its own.
    /// </summary>
    private static void Delay(List<PlanItem> items)
    {
        var latest = new int[items.Count];
        Array.Fill(latest, int.MaxValue);
        for (int i = items.Count - 1; i >= 0; i--)
        {
            PlanItem item = items[i];
            if (item.IsMap && latest[i] != int.MaxValue && !(item.IsKept && FusesWithProducer(item)))
                item.Stage = Math.Max(item.Stage, latest[i]);
            foreach (PlanItem input in item.Inputs)
                latest[input.Index] = Math.Min(latest[input.Index], input.FusesWith(item) ? item.Stage : item.Stage - 1);
        }
    }

    private static bool FusesWithProducer(PlanItem item)
    {
        foreach (PlanItem input in item.Inputs)
            if (input.Literal is null && input.FusesWith(item) && input.Stage == item.Stage)
                return true;
        return false;
    }

    private static int[] InOrderOfStages(List<PlanItem> items, int stages)
    {
        var ends = new int[stages];
        foreach (PlanItem item in items)
            ends[item.Stage]++;
        for (int stage = 1; stage < stages; stage++)
            ends[stage] += ends[stage - 1];
        var order = new int[items.Count];
        for (int i = items.Count - 1; i >= 0; i--)
            order[--ends[items[i].Stage]] = i;
        return order;
    }

    /// <summary>Unites maps that read one another, and those of one stage that read the same from memory.</summary>
    private static DisjointSets Join(List<PlanItem> items, int[] order)
    {
        var sets = new DisjointSets(items.Count);
        // One of those of the stage that read an item from memory; one more than its index.
        var readers = new int[items.Count];
        foreach (int i in order)
        {
            PlanItem item = items[i];
            if (!item.IsMap)
                continue;
            foreach (PlanItem input in item.Inputs)
            {
                if (input.Literal is not null)
                    continue;
                ref int reader = ref readers[input.Index];
                if (input.FusesWith(item) && input.Stage == item.Stage)
                    sets.Union(input.Index, i);
                else if (reader > 0 && items[reader - 1].Stage == item.Stage)
                    sets.Union(reader - 1, i);
                else
                    reader = i + 1;
            }
        }
        return sets;
    }

    private static List<FusedGroup> Split(List<PlanItem> items, DisjointSets sets)
    {
        var groups = new List<FusedGroup>();
        var latest = new FusedGroup?[items.Count];
        foreach (PlanItem item in items)
        {
            if (!item.IsMap)
                continue;
            ref FusedGroup? group = ref latest[sets.Find(item.Index)];
            if (group is null || group.Members.Count == FusedGroup.Limit)
                groups.Add(group = new FusedGroup());
            group.Members.Add(item);
            item.Group = group;
        }
        return groups;
    }

    private static void Connect(List<FusedGroup> groups, List<PlanItem> items)
    {
        bool[] isRead = ReadFromMemory(items);
        var readers = new FusedGroup?[items.Count];
        foreach (FusedGroup group in groups)
            foreach (PlanItem member in group.Members)
            {
                foreach (PlanItem input in member.Inputs)
                {
                    ref FusedGroup? reader = ref readers[input.Index];
                    if (input.Literal is not null || input.Group == group || reader == group)
                        continue;
                    reader = group;
                    group.Inputs.Add(input);
                }
                if (member.IsKept || isRead[member.Index])
                    group.Outputs.Add(member);
            }
    }

    /// <summary>Which items something reads from memory, and not as part of the same loop or as a literal.</summary>
    private static bool[] ReadFromMemory(List<PlanItem> items)
    {
        var isRead = new bool[items.Count];
        for (int i = items.Count - 1; i >= 0; i--)
        {
            PlanItem item = items[i];
            // A view of a literal needs memory only if something other than a loop reads it in the end.
            bool isView = item.Literal is not null;
            bool isNeeded = isView && (item.IsKept || isRead[i]);
            foreach (PlanItem input in item.Inputs)
                isRead[input.Index] |= isView ? isNeeded : !item.IsMap || (input.Literal is null && input.Group != item.Group);
        }
        return isRead;
    }
}
