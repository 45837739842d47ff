using BenchmarkDotNet.Attributes;

namespace Tangent.Bench.Harness;

/// <summary>Every workload of this process's library as a BenchmarkDotNet benchmark.</summary>
public class WorkloadBenchmark
{
    private Action call = static () => { };

    internal static IReadOnlyDictionary<string, Func<Workload>> Workloads { get; set; } = new Dictionary<string, Func<Workload>>();

    /// <summary>The workloads that are to run.</summary>
    public static IEnumerable<string> Names => Workloads.Keys;

    /// <summary>The workload's name.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>Makes the inputs.</summary>
    [GlobalSetup]
    public void Prepare() => call = Workloads[Name]().Call;

    /// <summary>One call of the workload.</summary>
    [Benchmark]
    public void Call() => call();
}
