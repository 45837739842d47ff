using System.Runtime.InteropServices;

namespace Tangent;

/// <summary>Orders the steps of a plan and decides when memory is free again.</summary>
internal static class Scheduling
{
    /// <summary>The steps that kept values need: each right before it is first needed, so that few values are alive at once.</summary>
    public static List<PlanStep> Order(List<PlanItem> items, List<PlanStep> steps)
    {
        var roots = new List<PlanStep>();
        foreach (PlanItem item in items)
            if (item.IsKept && item.Owner!.Step is { } step)
                roots.Add(step);
        return GraphSort.Order<PlanStep>(CollectionsMarshal.AsSpan(roots), Producers);
    }

    /// <summary>Numbers the values that lie in memory and marks, at each step, those that nobody reads later.</summary>
    public static int Place(List<PlanItem> items, List<PlanStep> steps)
    {
        PlanStep?[] lastUse = LastUses(items, steps);
        int slots = 0;
        foreach (PlanItem item in items)
        {
            if (!item.IsGiven)
                lastUse[item.Index]?.Dead.Add(item);
            if (ReferenceEquals(item.Owner, item) && (item.IsGiven || item.Step is not null))
                item.Slot = slots++;
        }
        foreach (PlanStep step in steps)
            step.Overwritten = Overwritten(step);
        return slots;
    }

    // By the index of the item that owns the memory; null for what is kept or never stored.
    private static PlanStep?[] LastUses(List<PlanItem> items, List<PlanStep> steps)
    {
        var lastUse = new PlanStep?[items.Count];
        foreach (PlanStep step in steps)
        {
            foreach (PlanItem input in step.Inputs)
                lastUse[input.Owner!.Index] = step;
            foreach (PlanItem output in step.Outputs)
                lastUse[output.Index] = step;
        }
        foreach (PlanItem item in items)
            if (item.IsKept)
                lastUse[item.Owner!.Index] = null;
        return lastUse;
    }

    private static PlanItem? Overwritten(PlanStep step) =>
        step.WorksInPlace && step.Inputs[0] is { IsGiven: false } first && step.Outputs is [var output] && step.Dead.Contains(first)
            && IsReadOnce(step.Inputs, first)
            && first.Layout.IsRowMajor && output.Layout.IsRowMajor && first.Node.Spec == output.Node.Spec
            ? first
            : null;

    private static bool IsReadOnce(PlanItem[] inputs, PlanItem owner)
    {
        int readings = 0;
        foreach (PlanItem input in inputs)
            readings += ReferenceEquals(input.Owner, owner) ? 1 : 0;
        return readings == 1;
    }

    private static PlanStep[] Producers(PlanStep step)
    {
        var producers = new List<PlanStep>();
        foreach (PlanItem input in step.Inputs)
            if (input.Owner!.Step is { } producer)
                producers.Add(producer);
        return [.. producers];
    }
}
