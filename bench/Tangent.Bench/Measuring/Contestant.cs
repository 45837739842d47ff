namespace Tangent.Bench;

/// <summary>A workload that takes its turns in a row's comparison.</summary>
/// <param name="Process">The library's worker.</param>
/// <param name="Workload">The name of the workload there.</param>
/// <param name="Operations">How many operations one call does.</param>
internal sealed record Contestant(WorkerProcess Process, string Workload, int Operations)
{
    /// <summary>Warms it up and returns the check of its result; null if the library does not have it.</summary>
    public double? Prepare() => Process.Prepare(Workload);

    /// <summary>Nanoseconds of one operation.</summary>
    public double Sample() => Process.Sample(Workload) / Operations;

    /// <summary>BenchmarkDotNet's median, in nanoseconds of one operation.</summary>
    public double Suite(string folder) => Process.Suite(Workload, folder) / Operations;
}
