using Tangent.Kernels;

namespace Tangent;

/// <summary>The steps that compute some nodes, and where every value lies. It can run any number of times.</summary>
internal sealed class Plan
{
    private readonly int slots;

    private Plan(PlanStep[] steps, int slots)
    {
        Steps = steps;
        this.slots = slots;
    }

    /// <summary>What is done, in order.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>Plans a graph whose keepers are marked.</summary>
    public static Plan Build(PlanGraph graph)
    {
        List<FusedGroup> groups = Fusion.Run(graph.Items);
        List<PlanStep> steps = Scheduling.Order(graph.Items, Lowering.Run(graph.Items, groups));
        int slots = Scheduling.Place(graph.Items, steps);
        return new Plan([.. steps], slots);
    }

    /// <summary>Runs all steps. <paramref name="given"/> tells the values that are not computed; the result holds every stored value by slot.</summary>
    public BufferView?[] Run(IEnumerable<(int Slot, BufferView Value)> given, CancellationToken cancellation = default)
    {
        var values = new BufferView?[slots];
        foreach ((int slot, BufferView value) in given)
            values[slot] = value;
        foreach (PlanStep step in Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            BufferView[] outputs = [.. step.Outputs.Select(item => values[item.Slot] = Memory(step, item, values))];
            step.Run([.. step.Inputs.Select(item => View(item, values))], outputs);
            foreach (PlanItem item in step.Dead)
            {
                if (!ReferenceEquals(item, step.Overwritten))
                    values[item.Slot]!.Buffer.Release();
                values[item.Slot] = null;
            }
        }
        return values;
    }

    private static BufferView Memory(PlanStep step, PlanItem output, BufferView?[] values) => step.Overwritten is { } input
        ? values[input.Slot]!
        : BufferView.Allocate(output.Node.DType, output.Layout!);

    /// <summary>The value of an item: its own memory, or its owner's through its layout.</summary>
    public static BufferView View(PlanItem item, BufferView?[] values)
    {
        BufferView owner = values[item.Owner!.Slot]!;
        return ReferenceEquals(item, item.Owner) ? owner : owner.With(item.Layout!);
    }
}
