using System.Diagnostics;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>The machine itself as a library: what its cores and its memory do at the most.</summary>
internal sealed class LimitsLibrary : ILibrary
{
    // The best of them counts: nothing makes a machine faster than it is, and a busy one leaves it alone now and then.
    private const int RunsPerSample = 20;

    private int threads = 1;

    public string Description => "the machine";

    public IReadOnlyDictionary<string, Func<Workload>> Workloads => new Dictionary<string, Func<Workload>>
    {
        ["multiply-adds"] = () => Of(_ => MultiplyAdds.Run()),
        ["read"] = () => Streaming(PhysicalLimits.MemoryBytes, Streams.Read),
        ["copy"] = () => Streaming(PhysicalLimits.MemoryBytes, Streams.CopyPastCache),
        ["read-cached"] = () => Streaming(PhysicalLimits.CachedBytes, Streams.Read),
        ["copy-cached"] = () => Streaming(PhysicalLimits.CachedBytes, Streams.Copy),
    };

    public void UseThreads(int count) => threads = count;

    // The threads share the memory: each has a part of it.
    private Workload Streaming(long bytes, Action<StreamMemory, long, long> body)
    {
        var memory = new StreamMemory(bytes);
        long part = bytes / threads;
        return Of(index => body(memory, index * part, part));
    }

    private Workload Of(Action<int> body)
    {
        return new Workload(Run, () => 0) { Time = Best };

        void Run()
        {
            if (threads == 1)
                body(0);
            else
                Parallel.For(0, threads, body);
        }

        double Best() => Enumerable.Range(0, RunsPerSample).Min(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            Run();
            return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        });
    }
}
