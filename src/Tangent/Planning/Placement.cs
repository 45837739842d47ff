using Tangent.Kernels;

namespace Tangent;

/// <summary>Gives values their memory: which of them need some, after which operation it is free again, and how much that is at most.</summary>
internal sealed class Placement
{
    /// <summary>The most bytes of small values that are kept though nobody knows whether they are read.</summary>
    public const long MostSmallGuesses = 8 << 20;

    private readonly PlanGraph graph;
    private readonly List<PlanOperation> operations;

    // By the index of the value that owns the memory.
    private readonly PlanOperation?[] lastUse;
    private readonly Keeping[] keeping;

    private Placement(PlanGraph graph, List<PlanOperation> operations)
    {
        this.graph = graph;
        this.operations = operations;
        lastUse = new PlanOperation?[graph.ValueCount];
        keeping = new Keeping[graph.ValueCount];
    }

    /// <summary>The most bytes that the plan has in use at once, beside what is given.</summary>
    public long Peak { get; private set; }

    /// <summary>The number of places in memory.</summary>
    public int Slots { get; private set; }

    /// <summary>The values that are in memory before the plan runs.</summary>
    public List<PlanValue> Given { get; } = [];

    /// <summary>Places the values of operations in the order in which they run.</summary>
    public static Placement Of(PlanGraph graph, List<PlanOperation> operations)
    {
        var placement = new Placement(graph, operations);
        bool hasGuesses = placement.FindKeeping();
        placement.FindLastUses();
        placement.MarkDead();
        placement.Peak = placement.FindPeak();
        if (hasGuesses)
        {
            placement.DelayGuesses();
            placement.Peak = placement.FindPeak();
        }
        return placement;
    }

    // A view that is kept keeps what it looks at.
    private bool FindKeeping()
    {
        bool hasGuesses = false;
        foreach (Node node in graph.Kept)
        {
            PlanValue value = graph[node], owner = value.Owner;
            Number(owner);
            if (value.Keeping > keeping[owner.Index])
                keeping[owner.Index] = value.Keeping;
            hasGuesses |= value.Keeping == Keeping.Guess;
        }
        return hasGuesses;
    }

    private void FindLastUses()
    {
        foreach (PlanOperation operation in operations)
        {
            foreach (PlanValue input in operation.Inputs)
            {
                Number(input.Owner);
                lastUse[input.Owner.Index] = operation;
            }
            foreach (PlanValue output in operation.Outputs)
            {
                Number(output);
                lastUse[output.Index] = operation;
            }
        }
    }

    private void Number(PlanValue owner)
    {
        if (owner.Slot >= 0)
            return;
        owner.Slot = Slots++;
        if (owner.Producer is null)
            Given.Add(owner);
    }

    private void MarkDead()
    {
        foreach (PlanOperation operation in operations)
            foreach (PlanValue output in operation.Outputs)
                if (keeping[output.Index] != Keeping.Yes)
                    lastUse[output.Index]!.Dead.Add(output);
        foreach (PlanOperation operation in operations)
            operation.Overwritten = Overwritten(operation);
    }

    private PlanValue? Overwritten(PlanOperation operation) =>
        operation.Kernel is BufferKernel { WorksInPlace: true } && operation.Inputs[0] is { Producer: not null } first
            && keeping[first.Index] == Keeping.No && operation.HasDead && operation.Dead.Contains(first) && IsReadOnce(operation.Inputs, first)
            && first.Spec == operation.Output.Spec
            ? first
            : null;

    private static bool IsReadOnce(PlanValue[] inputs, PlanValue owner)
    {
        int readings = 0;
        foreach (PlanValue input in inputs)
            readings += ReferenceEquals(input.Owner, owner) ? 1 : 0;
        return readings == 1;
    }

    private long FindPeak()
    {
        long live = 0, peak = 0;
        foreach (PlanOperation operation in operations)
        {
            if (operation.Overwritten is null)
                foreach (PlanValue output in operation.Outputs)
                    live += output.Bytes;
            peak = Math.Max(peak, live);
            if (!operation.HasDead)
                continue;
            foreach (PlanValue dead in operation.Dead)
                live -= ReferenceEquals(dead, operation.Overwritten) ? 0 : dead.Bytes;
        }
        return peak;
    }

    // What may still be read stays after its last use, as long as it is no more than a quarter of what the plan needs anyway, and a
    // little for what is too small to ask for; then the oldest goes.
    private void DelayGuesses()
    {
        var large = new Guesses(Peak / 4);
        var small = new Guesses(MostSmallGuesses);
        foreach (PlanOperation operation in operations)
        {
            for (int i = operation.HasDead ? operation.Dead.Count - 1 : -1; i >= 0; i--)
            {
                PlanValue value = operation.Dead[i];
                if (keeping[value.Index] != Keeping.Guess)
                    continue;
                operation.Dead.RemoveAt(i);
                (value.Bytes < Node.SmallBytes ? small : large).Add(value);
            }
            large.Release(operation);
            small.Release(operation);
        }
    }

    /// <summary>Values that may still be read, the oldest first, and how many bytes of them may stay.</summary>
    private sealed class Guesses(long most)
    {
        private readonly Queue<PlanValue> values = new();
        private long bytes;

        public void Add(PlanValue value)
        {
            values.Enqueue(value);
            bytes += value.Bytes;
        }

        public void Release(PlanOperation last)
        {
            while (bytes > most)
            {
                PlanValue oldest = values.Dequeue();
                bytes -= oldest.Bytes;
                last.Dead.Add(oldest);
            }
        }
    }
}
