using System.Diagnostics;

namespace Tangent.Bench;

/// <summary>One row's workloads side by side: Tangent's first, then those that it is measured against, by turns.</summary>
internal sealed class Contest
{
    private const int LeastRounds = 5, MostRounds = 15, RoundsOfLongCalls = 2;
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(400);

    // A round that takes longer is of calls beside which what was not warm does not count.
    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(1);

    // After work on several threads a library's helpers spin for a while; they must not take the other's core.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(5);

    private readonly Contestant[] contestants;

    private Contest(Contestant[] contestants) => this.contestants = contestants;

    /// <summary>Warms up all workloads that can be had; null if Tangent's cannot.</summary>
    /// <param name="row">The row.</param>
    /// <param name="workers">The libraries.</param>
    /// <param name="failures">What went wrong, by library: it failed, or its result is another.</param>
    public static Contest? Prepare(Row row, WorkerSet workers, Dictionary<Library, string> failures)
    {
        var ready = new List<Contestant>();
        double? ours = null;
        foreach ((Library library, string workload) in Names(row))
        {
            if (workers[library] is not { } process)
                continue;
            var contestant = new Contestant(process, workload, row.Operations);
            double? check = Check(contestant, library, failures);
            if (check is null && ready.Count == 0)
                return null;
            if (check is null)
                continue;
            ready.Add(contestant);
            ours ??= check;
            if (library != Library.Tangent && !(Math.Abs(ours.Value - check.Value) <= 1e-3 * Math.Abs(ours.Value)))
                failures[library] = $"the results differ: {ours} in Tangent, {check} in {library}";
        }
        return new Contest([.. ready]);
    }

    /// <summary>Samples from each, by turns; the key is the library with its workload.</summary>
    public Dictionary<(WorkerProcess, string), Figure> Run(int threads)
    {
        var samples = contestants.Select(_ => new List<double>()).ToArray();
        long start = Stopwatch.GetTimestamp();
        Round();
        TimeSpan first = Stopwatch.GetElapsedTime(start);
        int rounds = first > LongRound ? RoundsOfLongCalls : Math.Clamp((int)(Budget / first), LeastRounds, MostRounds);
        for (int i = 0; i < samples.Length && first <= LongRound; i++)
            samples[i].Clear(); // caches and threads were not warm
        for (int round = 0; round < rounds; round++)
            Round();
        return contestants.Select((contestant, i) => KeyValuePair.Create((contestant.Process, contestant.Workload), new Figure(samples[i]))).ToDictionary();

        void Round()
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                if (threads > 1)
                    Thread.Sleep(Settling);
                samples[i].Add(contestants[i].Sample());
            }
        }
    }

    /// <summary>BenchmarkDotNet's median of each.</summary>
    public Dictionary<(WorkerProcess, string), Figure> Suite(string folder) => contestants.ToDictionary(
        contestant => (contestant.Process, contestant.Workload),
        contestant => new Figure([contestant.Suite(Path.Combine(folder, contestant.Workload, contestant.Process.Description.Split(' ')[0]))]));

    private static IEnumerable<(Library, string)> Names(Row row) => row.Goals
        .Where(goal => goal.Library is not null)
        .Select(goal => (goal.Library!.Value, goal.Workload ?? row.Name))
        .Prepend((Library.Tangent, row.Name))
        .Distinct();

    private static double? Check(Contestant contestant, Library library, Dictionary<Library, string> failures)
    {
        try
        {
            return contestant.Prepare();
        }
        catch (WorkloadException failure)
        {
            failures[library] = failure.Message;
            return null;
        }
    }
}
