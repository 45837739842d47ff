using System.Collections.Concurrent;

namespace Tangent;

/// <summary>What streams were asked to compute and have not yet: a reader waits for it instead of computing it beside them.</summary>
internal static class PendingEvaluations
{
    private static readonly ConcurrentDictionary<Node, Task> Tasks = new();
    private static int count;

    /// <summary>True if there is any.</summary>
    public static bool Any => Volatile.Read(ref count) > 0;

    /// <summary>Notes that a task computes nodes, until it ends.</summary>
    public static void Add(Node[] nodes, Task task)
    {
        Interlocked.Increment(ref count);
        foreach (Node node in nodes)
            Tasks[node] = task;
        task.ContinueWith(_ => Remove(nodes, task), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>
    /// Returns when no stream is computing what the nodes are made of. A failure there is not one here: who needs the value
    /// computes it, and meets the same. What a stream itself runs does not wait, lest two wait for each other.
    /// </summary>
    public static void WaitFor(ReadOnlySpan<Node> roots, CancellationToken cancellation)
    {
        if (DeviceStream.IsRunning || EffectOrder.IsAlone)
            return;
        var pending = new HashSet<Task>();
        GraphSort.Order(roots, Inputs);
        foreach (Task task in pending)
            Task.WhenAny(task).Wait(cancellation);

        Node[]? Inputs(Node node)
        {
            if (node.Value is not null)
                return null;
            if (!Tasks.TryGetValue(node, out Task? task))
                return node.Inputs;
            pending.Add(task);
            return null;
        }
    }

    private static void Remove(Node[] nodes, Task task)
    {
        foreach (Node node in nodes)
            Tasks.TryRemove(new(node, task));
        Interlocked.Decrement(ref count);
    }
}
