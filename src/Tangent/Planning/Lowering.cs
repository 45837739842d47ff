using Tangent.Kernels;

namespace Tangent;

/// <summary>Turns groups and single kernels into steps, and views into layouts.</summary>
internal static class Lowering
{
    /// <summary>The steps of a plan, in no particular order. Gives every item its owner and layout.</summary>
    public static List<PlanStep> Run(List<PlanItem> items, List<FusedGroup> groups)
    {
        var loops = new FusedLoops(items.Count);
        var steps = new List<PlanStep>();
        foreach (PlanItem item in items)
            if (item.Kernel is FoldKernel)
                AbsorbProducer(item);
        foreach (PlanItem item in items)
            if (Place(item, loops) is { } step)
                steps.Add(step);
        foreach (FusedGroup group in groups)
            if (group.Fold is null && group.Outputs.Count > 0)
                steps.Add(new MapStep(loops.Of(group), [.. group.Inputs], [.. group.Outputs]));
        foreach (PlanStep step in steps)
            foreach (PlanItem output in step.Outputs)
                output.Step = step;
        return steps;
    }

    // A loop whose only result is read by one fold runs inside it and stores nothing.
    private static void AbsorbProducer(PlanItem fold)
    {
        PlanItem input = fold.Inputs[0];
        if (input.Group is { Outputs.Count: 1 } group && input.Readings == 1 && !input.IsKept)
            group.Fold = fold;
    }

    private static PlanStep? Place(PlanItem item, FusedLoops loops)
    {
        if (item.Kernel is ViewKernel view)
            return PlaceView(item, view);
        item.Owner = item;
        return item.Kernel switch
        {
            FoldKernel fold => FoldStepOf(item, fold, loops),
            BufferKernel kernel => new KernelStep(kernel, item.Inputs, [item]),
            _ => null,
        };
    }

    private static CopyStep? PlaceView(PlanItem item, ViewKernel view)
    {
        PlanItem input = item.Inputs[0];
        Layout? layout = view.Apply(input.Layout);
        item.Owner = layout is null ? item : input.Owner;
        if (layout is null)
            return new CopyStep(input, item);
        item.Layout = layout;
        return null;
    }

    private static FoldStep FoldStepOf(PlanItem item, FoldKernel fold, FusedLoops loops)
    {
        PlanItem input = item.Inputs[0];
        if (input.Group is { } group && group.Fold == item)
            return new FoldStep(fold, loops.Of(group), [.. group.Inputs], item);
        return new FoldStep(fold, FusedLoop.Identity(input.Node.DType), [input], item);
    }
}
