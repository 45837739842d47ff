namespace Tangent;

/// <summary>
/// A queue of evaluations, which run one after the other in the order in which <see cref="Mx.EvalAsync(NDArray[])"/> handed them over,
/// beside those of other streams and of the threads that evaluate by themselves. Any thread may use any stream; there is nothing to dispose.
/// </summary>
[Mlx("core.Stream")]
public sealed class DeviceStream
{
    private static readonly AsyncLocal<DeviceStream?> OfFlow = new();
    private static DeviceStream ofProcess = new(DeviceType.Cpu);
    private static int count;

    [ThreadStatic]
    private static DeviceStream? running;

    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    internal DeviceStream(Device device)
    {
        Device = device;
        Index = Interlocked.Increment(ref count) - 1;
    }

    /// <summary>Where its work runs.</summary>
    public Device Device { get; }

    /// <summary>Its number among all streams.</summary>
    public int Index { get; }

    /// <summary>The stream of this flow of control, or else of the process.</summary>
    internal static DeviceStream Current => OfFlow.Value ?? Volatile.Read(ref ofProcess);

    /// <summary>True on a thread that does the work of a stream.</summary>
    internal static bool IsRunning => running is not null;

    /// <summary>As <c>Stream(Device(cpu, 0), 3)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"Stream({Device}, {Index})");

    /// <summary>Makes this the stream of the process.</summary>
    internal void SetAsDefault() => Volatile.Write(ref ofProcess, this);

    /// <summary>Makes this the stream of the flow of control until the result is disposed.</summary>
    internal IDisposable Open()
    {
        var context = new Context(OfFlow.Value);
        OfFlow.Value = this;
        return context;
    }

    /// <summary>Evaluates nodes after what was handed over before; at once, if work of this stream asks for it and perhaps waits.</summary>
    internal Task Evaluate(string reader, Node[] nodes, CancellationToken cancellation)
    {
        lock (gate)
        {
            bool isInside = ReferenceEquals(running, this);
            // Work that was cancelled before its turn must not let the next one begin before it.
            Task task = (isInside ? Task.CompletedTask : last).ContinueWith(
                _ => Run(reader, nodes, cancellation), cancellation, TaskContinuationOptions.LazyCancellation, TaskScheduler.Default);
            if (!isInside)
                last = task;
            PendingEvaluations.Add(nodes, task);
            return task;
        }
    }

    /// <summary>Returns when all is done that was handed over so far, but for the work that calls this.</summary>
    internal void Wait()
    {
        if (ReferenceEquals(running, this))
            return;
        Task pending;
        lock (gate)
            pending = last;
        // What failed says so to those who await it.
        Task.WhenAny(pending).Wait();
    }

    private void Run(string reader, Node[] nodes, CancellationToken cancellation)
    {
        DeviceStream? outer = running;
        running = this;
        try
        {
            Evaluator.Evaluate(reader, nodes, cancellation);
        }
        finally
        {
            running = outer;
        }
    }

    private sealed class Context(DeviceStream? outer) : IDisposable
    {
        public void Dispose() => OfFlow.Value = outer;
    }
}
