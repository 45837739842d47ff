using System.Diagnostics;
using System.Globalization;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>The start-up program, which the workloads of that name run again and again in fresh processes; each form is null where it was not made.</summary>
internal sealed record StartUpPrograms
{
    /// <summary>Its assembly, with Tangent built as a project beside it.</summary>
    public string? Project { get; init; }

    /// <summary>Its assembly, with Tangent from the NuGet package.</summary>
    public string? Package { get; init; }

    /// <summary>The program published by Native AOT.</summary>
    public string? Native { get; init; }

    /// <summary>Where they lie, for the command line of a worker; empty where one is not there.</summary>
    public string[] Paths => [Project ?? "", Package ?? "", Native ?? ""];

    /// <summary>The programs at <see cref="Paths"/>.</summary>
    public static StartUpPrograms At(string[] paths)
    {
        string?[] given = [.. paths.Select(path => path.Length > 0 ? path : null)];
        return new() { Project = given[0], Package = given[1], Native = given[2] };
    }

    public IReadOnlyDictionary<string, Func<Workload>> Workloads
    {
        get
        {
            var workloads = new Dictionary<string, Func<Workload>>();
            Add(Package, "");
            Add(Project, "-project");
            if (Native is not null)
                workloads["start-up-native"] = () => FirstLine(Native);
            return workloads;

            void Add(string? assembly, string form)
            {
                if (assembly is null)
                    return;
                workloads["start-up" + form] = () => FirstLine("dotnet", assembly);
                workloads["first-compiled-fresh" + form] = () => Reported("dotnet", assembly, "compile");
            }
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
