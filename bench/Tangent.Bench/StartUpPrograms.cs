using System.Diagnostics;
using System.Globalization;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>The start-up program, which the workloads of that name run again and again in fresh processes.</summary>
/// <param name="Managed">Its assembly, run by dotnet; null where it was not built.</param>
/// <param name="Native">The same published by Native AOT; null where it was not.</param>
internal sealed record StartUpPrograms(string? Managed, string? Native)
{
    public IReadOnlyDictionary<string, Func<Workload>> Workloads
    {
        get
        {
            var workloads = new Dictionary<string, Func<Workload>>();
            if (Managed is not null)
            {
                workloads["start-up"] = () => FirstLine("dotnet", Managed);
                workloads["first-compiled-fresh"] = () => Reported("dotnet", Managed, "compile");
            }
            if (Native is not null)
                workloads["start-up-native"] = () => FirstLine(Native);
            return workloads;
        }
    }

    // From the start of the process to its first line; its end is waited for, but not counted.
    private static Workload FirstLine(string program, params string[] arguments)
    {
        return new Workload(() => Time(), () => 0) { Time = Time };

        double Time()
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Start(program, arguments);
            string? line = process.StandardOutput.ReadLine();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            process.WaitForExit();
            return line is null ? throw new InvalidOperationException($"{program} printed nothing.") : elapsed.TotalNanoseconds;
        }
    }

    private static Workload Reported(string program, params string[] arguments)
    {
        return new Workload(() => Time(), () => 0) { Time = Time };

        double Time()
        {
            using Process process = Start(program, arguments);
            double time = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
            process.WaitForExit();
            return time;
        }
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
}
