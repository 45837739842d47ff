using Tangent.Kernels;

namespace Tangent;

/// <summary>The operations that compute some values, in order, and where every value lies. It can run any number of times.</summary>
internal sealed class Plan
{
    // By slot: the literals, and what had a value when the plan was made.
    private readonly BufferView?[] given;

    private Plan(PlanOperation[] operations, Placement placement)
    {
        Operations = operations;
        Peak = placement.Peak;
        given = new BufferView?[placement.Slots];
        foreach (PlanValue value in placement.Given)
            given[value.Slot] = value.Literal is { } literal ? literal.Allocate() : value.Given!.Value;
    }

    /// <summary>What is done, in order.</summary>
    public PlanOperation[] Operations { get; }

    /// <summary>The most bytes that it has in use at once, beside what is given; kernels may need some for themselves.</summary>
    public long Peak { get; }

    /// <summary>Plans a graph in which is marked what is kept. If someone wants to read along, <paramref name="dump"/> is told after each pass its name and what it left.</summary>
    public static Plan Build(PlanGraph graph, Action<string, string>? dump = null)
    {
        dump?.Invoke("decompose", graph.Dump());
        dump?.Invoke("keep", PlanText.OfKept(graph));
        Scheduling.Estimate(graph);
        List<FusedGroup> groups = Fusion.Run(graph);
        dump?.Invoke("fuse", PlanText.Of(groups));
        Absorption.Run(graph, groups);
        List<PlanOperation> operations = Scheduling.Order(graph);
        dump?.Invoke("schedule", PlanText.Of(operations));
        var plan = new Plan([.. operations], Placement.Of(graph, operations));
        dump?.Invoke("place", plan.Dump());
        return plan;
    }

    /// <summary>A place for every stored value, by slot; in it what was given when the plan was made.</summary>
    public BufferView?[] Memory() => given.AsSpan().ToArray();

    /// <summary>Runs all operations, which fill <paramref name="memory"/>.</summary>
    /// <param name="memory">See <see cref="Memory"/>.</param>
    /// <param name="hasRun">Is told the node and the result of each operation with an effect, at once: it must not run again if a later one fails.</param>
    /// <param name="cancellation">Stops between two operations.</param>
    public void Run(BufferView?[] memory, Action<Node, BufferView>? hasRun = null, CancellationToken cancellation = default)
    {
        IDevice device = Machine.Device;
        foreach (PlanOperation operation in Operations)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Run(operation, memory, device, hasRun);
            }
            catch (InsufficientMemoryException error)
            {
                throw MemoryErrors.In(operation, error);
            }
            Release(operation, memory, device);
        }
    }

    private static void Run(PlanOperation operation, BufferView?[] memory, IDevice device, Action<Node, BufferView>? hasRun)
    {
        var outputs = new BufferView[operation.Outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
            memory[operation.Outputs[i].Slot] = outputs[i] = MemoryOf(operation, operation.Outputs[i], memory, device);
        var inputs = new BufferView[operation.Inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = View(operation.Inputs[i], memory);
        device.Run(operation.Kernel, inputs, outputs);
        if (operation.Effect is { } node)
            hasRun?.Invoke(node, outputs[0]);
    }

    /// <summary>The value in memory: its own, or its owner's through its layout.</summary>
    public static BufferView View(PlanValue value, BufferView?[] memory)
    {
        BufferView owner = memory[value.Owner.Slot]!;
        return ReferenceEquals(value, value.Owner) ? owner : owner.With(value.Layout);
    }

    /// <summary>The same, or null if the value was not kept.</summary>
    public static BufferView? Find(PlanValue value, BufferView?[] memory) =>
        value.Owner.Slot >= 0 && memory[value.Owner.Slot] is not null ? View(value, memory) : null;

    /// <summary>The operations, a line each.</summary>
    public string Dump() => PlanText.Of(Operations);

    private static BufferView MemoryOf(PlanOperation operation, PlanValue output, BufferView?[] memory, IDevice device) =>
        operation.Overwritten is { } input ? memory[input.Slot]! : device.Allocate(output.Spec.DType, output.Layout);

    private static void Release(PlanOperation operation, BufferView?[] memory, IDevice device)
    {
        if (!operation.HasDead)
            return;
        foreach (PlanValue value in operation.Dead)
        {
            if (!ReferenceEquals(value, operation.Overwritten))
                device.Release(memory[value.Slot]!.Buffer);
            memory[value.Slot] = null;
        }
    }
}
