using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Tangent.Bench.Harness;

/// <summary>Measures one workload with BenchmarkDotNet in this process, whose library and threads are set already.</summary>
internal static class Suite
{
    /// <summary>The median in nanoseconds of a call. The full report goes to the console and to <paramref name="folder"/>.</summary>
    public static double Median(string name, Func<Workload> make, string folder)
    {
        WorkloadBenchmark.Workloads = new Dictionary<string, Func<Workload>> { [name] = make };
        Summary summary = BenchmarkRunner.Run<WorkloadBenchmark>(Configuration(folder));
        return summary.Reports.Single().ResultStatistics?.Median
            ?? throw new InvalidOperationException($"BenchmarkDotNet measured nothing for {name}.");
    }

    private static ManualConfig Configuration(string folder) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Median, StatisticColumn.P95)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithArtifactsPath(folder);
}
