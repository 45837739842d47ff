namespace Tangent;

/// <summary>
/// Brings operations forward that free more memory than they take, as soon as they can run: a gradient of a weight, which is the
/// last to read a cotangent, does not wait for the cotangents of all layers. Linear in the graph.
/// </summary>
internal sealed class EagerRelease
{
    private readonly PlanGraph graph;
    private readonly List<PlanOperation> order;
    private readonly List<PlanOperation> result;

    // By position: how much must still run before, and who waits for it, the first of a chain, one more than its place in the
    // list. By the index of a value that owns memory: how many are still to read it, and their positions combined so that
    // the last one remains; and the visit in which it was seen last.
    private readonly int[] pending;
    private readonly int[] firstWaiting;
    private readonly List<(PlanOperation Operation, int Next)> waiting = [];
    private readonly int[] readers;
    private readonly int[] lastReader;
    private readonly bool[] isKept;
    private readonly int[] stamps;
    private int stamp;
    private readonly Stack<PlanOperation> candidates = new();
    private long live;
    private long peak;

    /// <summary>Prepares to change an order of dependence.</summary>
    public EagerRelease(PlanGraph graph, List<PlanOperation> order)
    {
        this.graph = graph;
        this.order = order;
        result = new(order.Count);
        pending = new int[order.Count];
        firstWaiting = new int[order.Count];
        readers = new int[graph.ValueCount];
        lastReader = new int[graph.ValueCount];
        isKept = new bool[graph.ValueCount];
        stamps = new int[graph.ValueCount];
    }

    /// <summary>The new order, and the most bytes that it has in use at once.</summary>
    public (List<PlanOperation> Order, long Peak) Run()
    {
        Connect();
        foreach (PlanOperation next in order)
        {
            Visit(next);
            while (candidates.TryPop(out PlanOperation? candidate))
                if (pending[candidate.Position] == 0 && Frees(candidate))
                    Visit(candidate);
        }
        return (result, peak);
    }

    private void Connect()
    {
        for (int i = 0; i < order.Count; i++)
            order[i].Position = i;
        foreach (Node node in graph.Kept)
            isKept[graph[node].Owner.Index] |= graph[node].Keeping == Keeping.Yes;
        foreach (PlanOperation operation in order)
        {
            foreach (PlanOperation before in operation.Before)
            {
                waiting.Add((operation, firstWaiting[before.Position]));
                firstWaiting[before.Position] = waiting.Count;
                pending[operation.Position]++;
            }
            stamp++;
            foreach (PlanValue input in operation.Inputs)
                if (IsFirst(input.Owner))
                {
                    readers[input.Owner.Index]++;
                    lastReader[input.Owner.Index] ^= operation.Position;
                }
        }
    }

    private void Visit(PlanOperation operation)
    {
        if (pending[operation.Position] < 0)
            return;
        pending[operation.Position] = -1;
        result.Add(operation);
        foreach (PlanValue output in operation.Outputs)
            live += output.Bytes;
        peak = Math.Max(peak, live);
        foreach (PlanValue output in operation.Outputs)
            if (readers[output.Index] == 0 && !isKept[output.Index])
                live -= output.Bytes;
        for (int i = firstWaiting[operation.Position]; i > 0; i = waiting[i - 1].Next)
            if (--pending[waiting[i - 1].Operation.Position] == 0)
                candidates.Push(waiting[i - 1].Operation);
        stamp++;
        foreach (PlanValue input in operation.Inputs)
            if (IsFirst(input.Owner))
            {
                ref int last = ref lastReader[input.Owner.Index];
                last ^= operation.Position;
                int remaining = --readers[input.Owner.Index];
                if (remaining == 1)
                    candidates.Push(order[last]);
                else if (remaining == 0 && !isKept[input.Owner.Index])
                    live -= input.Owner.Bytes;
            }
    }

    private bool Frees(PlanOperation operation)
    {
        long bytes = 0;
        foreach (PlanValue output in operation.Outputs)
            bytes += output.Bytes;
        stamp++;
        foreach (PlanValue input in operation.Inputs)
            if (IsFirst(input.Owner) && readers[input.Owner.Index] == 1 && !isKept[input.Owner.Index])
                bytes -= input.Owner.Bytes;
        return bytes < 0;
    }

    // Each value that the plan makes once, though an operation may read it twice.
    private bool IsFirst(PlanValue owner)
    {
        ref int seen = ref stamps[owner.Index];
        bool isFirst = owner.Producer is not null && seen != stamp;
        seen = stamp;
        return isFirst;
    }
}
