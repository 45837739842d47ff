using System.Diagnostics;
using System.Globalization;

namespace Tangent.Bench.Harness;

/// <summary>
/// One library's side of a comparison: reads requests, a line each, and answers each with a line. The first line says
/// "ready" and who is there, or "unavailable" and why. Requests: "threads N"; "prepare NAME", answered by the check of the
/// result, or by "none"; "sample NAME"; "release", which forgets what was prepared; "suite NAME FOLDER".
/// Times are nanoseconds of one call.
/// </summary>
public sealed class Worker
{
    private readonly ILibrary library;
    private readonly Dictionary<string, Sampler> samplers = [];

    private Worker(ILibrary library) => this.library = library;

    /// <summary>Serves requests from the standard input until it ends; returns the process's exit code.</summary>
    public static int Run(Func<ILibrary> load)
    {
        TextWriter answers = Console.Out;
        Console.SetOut(Console.Error); // what libraries print must not be taken for an answer
        Worker worker;
        try
        {
            worker = new Worker(load());
        }
        catch (Exception error)
        {
            answers.WriteLine($"unavailable {Line(error)}");
            return 1;
        }
        answers.WriteLine($"ready {worker.library.Description}");
        while (Console.In.ReadLine() is { } request)
            answers.WriteLine(worker.Answer(request.Split(' ', 3)));
        return 0;
    }

    private string Answer(string[] request)
    {
        try
        {
            return request switch
            {
                ["threads", var count] => UseThreads(int.Parse(count, CultureInfo.InvariantCulture)),
                ["prepare", var name] => library.Workloads.TryGetValue(name, out var make) ? Prepare(name, make()) : "none",
                ["sample", var name] when samplers.TryGetValue(name, out Sampler? sampler) => Number(sampler.Sample()),
                ["release"] => Release(),
                ["suite", var name, var folder] => Number(Suite.Median(name, library.Workloads[name], folder)),
                _ => $"error the request '{string.Join(' ', request)}' is unknown, or comes too early",
            };
        }
        catch (Exception error)
        {
            return $"error {Line(error)}";
        }
    }

    private string UseThreads(int count)
    {
        library.UseThreads(count);
        return "done";
    }

    private string Prepare(string name, Workload workload)
    {
        long start = Stopwatch.GetTimestamp();
        double check = workload.Check();
        samplers[name] = new Sampler(workload, Stopwatch.GetElapsedTime(start));
        return Number(check);
    }

    // What one row leaves behind must not be collected while another is timed.
    private string Release()
    {
        samplers.Clear();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return "done";
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Line(Exception error) => $"{error.GetType().Name}: {error.Message}".ReplaceLineEndings(" ");
}
