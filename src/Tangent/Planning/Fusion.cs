namespace Tangent;

/// <summary>
/// Decides which elementwise operations run as one loop. Every item gets a stage such that a value read from memory
/// comes from an earlier stage; loops of one stage and shape that share values become one group, so groups never
/// depend on each other in a circle.
/// </summary>
internal static class Fusion
{
    /// <summary>Groups the maps among <paramref name="items"/>, which are in order of dependence.</summary>
    public static List<FusedGroup> Run(List<PlanItem> items)
    {
        foreach (PlanItem item in items)
            item.Stage = Earliest(item);
        for (int i = items.Count - 1; i >= 0; i--)
            if (items[i].IsMap && items[i].Keepers.Count == 0)
                items[i].Stage = Latest(items[i]);
        List<FusedGroup> groups = Split(items, Join(items));
        foreach (FusedGroup group in groups)
            Connect(group);
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

    /// <summary>As late as the readers allow, so that a producer fuses with the loop that needs it.</summary>
    private static int Latest(PlanItem item)
    {
        int stage = int.MaxValue;
        foreach (PlanItem reader in item.Readers)
            stage = Math.Min(stage, item.FusesWith(reader) ? reader.Stage : reader.Stage - 1);
        return stage == int.MaxValue ? item.Stage : Math.Max(item.Stage, stage);
    }

    private static DisjointSets<PlanItem> Join(List<PlanItem> items)
    {
        var sets = new DisjointSets<PlanItem>();
        var readers = new Dictionary<Reading, PlanItem>();
        foreach (PlanItem item in items)
            if (item.IsMap)
                foreach (PlanItem input in item.Inputs)
                    if (input.Literal is null)
                        Join(input, item, sets, readers);
        return sets;
    }

    private static void Join(PlanItem input, PlanItem item, DisjointSets<PlanItem> sets, Dictionary<Reading, PlanItem> readers)
    {
        if (input.FusesWith(item) && input.Stage == item.Stage)
        {
            sets.Union(input, item);
            return;
        }
        var reading = new Reading(input, item);
        if (readers.TryGetValue(reading, out PlanItem? other))
            sets.Union(other, item);
        else
            readers.Add(reading, item);
    }

    private static List<FusedGroup> Split(List<PlanItem> items, DisjointSets<PlanItem> sets)
    {
        var groups = new List<FusedGroup>();
        var latest = new Dictionary<PlanItem, FusedGroup>();
        foreach (PlanItem item in items)
        {
            if (!item.IsMap)
                continue;
            PlanItem set = sets.Find(item);
            if (!latest.TryGetValue(set, out FusedGroup? group) || group.Members.Count == FusedGroup.Limit)
                groups.Add(latest[set] = group = new FusedGroup());
            group.Members.Add(item);
            item.Group = group;
        }
        return groups;
    }

    private static void Connect(FusedGroup group)
    {
        var inputs = new HashSet<PlanItem>();
        foreach (PlanItem member in group.Members)
        {
            foreach (PlanItem input in member.Inputs)
                if (input.Literal is null && input.Group != group && inputs.Add(input))
                    group.Inputs.Add(input);
            if (member.Keepers.Count > 0 || member.Readers.Exists(reader => ReadsFromMemory(reader, member)))
                group.Outputs.Add(member);
        }
    }

    /// <summary>True unless the reader is part of the same loop or takes the value as a literal.</summary>
    private static bool ReadsFromMemory(PlanItem reader, PlanItem item) =>
        reader.Literal is null ? reader.Group != item.Group && !(reader.IsMap && item.Literal is not null) : IsNeeded(reader);

    // A view of a literal needs memory only if something other than a loop reads it in the end.
    private static bool IsNeeded(PlanItem view)
    {
        var pending = new Stack<PlanItem>([view]);
        while (pending.TryPop(out PlanItem? item))
        {
            if (item.Keepers.Count > 0)
                return true;
            foreach (PlanItem reader in item.Readers)
                if (reader.Literal is not null)
                    pending.Push(reader);
                else if (!reader.IsMap)
                    return true;
        }
        return false;
    }
}
