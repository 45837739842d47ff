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
    public PlanStep[] Steps { get; }

    /// <summary>Plans a graph whose keepers are marked.</summary>
    public static Plan Build(PlanGraph graph)
    {
        List<FusedGroup> groups = Fusion.Run(graph.Items);
        List<PlanStep> steps = Scheduling.Order(graph.Items, Lowering.Run(graph.Items, groups));
        int slots = Scheduling.Place(graph.Items, steps);
        return new Plan([.. steps], slots);
    }

    /// <summary>A place for every stored value, by slot. Those that are not computed belong in it before a run.</summary>
    public BufferView?[] Memory() => new BufferView?[slots];

    /// <summary>Runs all steps, which fill <paramref name="values"/>.</summary>
    public void Run(BufferView?[] values, CancellationToken cancellation = default)
    {
        foreach (PlanStep step in Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var outputs = new BufferView[step.Outputs.Length];
            for (int i = 0; i < outputs.Length; i++)
                values[step.Outputs[i].Slot] = outputs[i] = Memory(step, step.Outputs[i], values);
            var inputs = new BufferView[step.Inputs.Length];
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = View(step.Inputs[i], values);
            step.Run(inputs, outputs);
            foreach (PlanItem item in step.Dead)
            {
                if (!ReferenceEquals(item, step.Overwritten))
                    values[item.Slot]!.Buffer.Release();
                values[item.Slot] = null;
            }
        }
    }

    private static BufferView Memory(PlanStep step, PlanItem output, BufferView?[] values) => step.Overwritten is { } input
        ? values[input.Slot]!
        : BufferView.Allocate(output.Node.DType, output.Layout);

    /// <summary>The value of an item: its own memory, or its owner's through its layout.</summary>
    public static BufferView View(PlanItem item, BufferView?[] values)
    {
        BufferView owner = values[item.Owner!.Slot]!;
        return ReferenceEquals(item, item.Owner) ? owner : owner.With(item.Layout);
    }
}
