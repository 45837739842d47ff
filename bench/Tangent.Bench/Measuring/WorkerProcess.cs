using System.Diagnostics;
using System.Globalization;
using Tangent.Bench.Harness;

namespace Tangent.Bench;

/// <summary>A library in a process of its own; the other end of <see cref="Worker"/>'s lines.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process, string description) => (this.process, Description) = (process, description);

    /// <summary>The library's name and version.</summary>
    public string Description { get; }

    /// <summary>Starts the .NET program with its arguments; on failure null and the reason.</summary>
    public static WorkerProcess? Start(out string? failure, string program, string[] arguments, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Methods go to the JIT's next tier after their calls alone, without the 100 ms in which no new one may appear: the same code,
        // and no row begins with some that is not there yet.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        foreach ((string name, string? value) in variables)
            start.Environment[name] = value;
        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        string[] line = (process.StandardOutput.ReadLine() ?? "").Split(' ', 2);
        failure = line switch
        {
            ["ready", _] => null,
            ["unavailable", var reason] => reason,
            _ => $"{program} does not run",
        };
        if (failure is null)
            return new WorkerProcess(process, line[1]);
        process.Dispose();
        return null;
    }

    public void UseThreads(int count) => Ask($"threads {count}");

    /// <summary>Warms the workload up and returns the check of its result; null if the library does not have it.</summary>
    public double? Prepare(string workload) => Ask($"prepare {workload}") is var answer && answer == "none" ? null : Number(answer);

    /// <summary>Nanoseconds of one call of a workload that was prepared.</summary>
    public double Sample(string workload) => Number(Ask($"sample {workload}"));

    /// <summary>Forgets what was prepared.</summary>
    public void Release() => Ask("release");

    /// <summary>The median of BenchmarkDotNet's suite, in nanoseconds of one call.</summary>
    public double Suite(string workload, string folder) => Number(Ask($"suite {workload} {folder}"));

    public void Dispose()
    {
        process.StandardInput.Close(); // a worker ends with its input
        process.WaitForExit();
        process.Dispose();
    }

    private string Ask(string request)
    {
        process.StandardInput.WriteLine(request);
        string? answer = process.StandardOutput.ReadLine();
        return answer is null || answer.StartsWith("error ", StringComparison.Ordinal)
            ? throw new WorkloadException($"{request}: {answer ?? "the process ended"}")
            : answer;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
