namespace Tangent.Bench;

/// <summary>Runs rows in Tangent and in what it is measured against, each library in a process of its own, by turns.</summary>
internal sealed class Comparison(Options options, WorkerSet workers, IReadOnlyDictionary<int, PhysicalLimits> limits)
{
    /// <summary>Measures, prints the table and writes it as JSON. Returns the exit code: 1 if results differ or work failed.</summary>
    public static int Run(Options options)
    {
        Directory.CreateDirectory(options.Folder);
        using var workers = new WorkerSet(options);
        Dictionary<int, PhysicalLimits> limits = MeasureLimits(options.ThreadCounts);
        Machine machine = Machine.Here(workers.Descriptions, [.. limits.Values]);
        var comparison = new Comparison(options, workers, limits);
        Table.PrintMachine(machine);
        List<Outcome> outcomes = comparison.Print();
        ResultsFile.Write(Path.Combine(options.Folder, options.Full ? "full.json" : "quick.json"), machine, outcomes);
        return outcomes.Any(outcome => outcome.Failure is not null) ? 1 : 0;
    }

    private static Dictionary<int, PhysicalLimits> MeasureLimits(IEnumerable<int> threadCounts)
    {
        using WorkerProcess machine = WorkerProcess.Start(out string? failure, typeof(Comparison).Assembly.Location, ["worker", "limits"])
            ?? throw new InvalidOperationException($"The limits of the machine cannot be measured: {failure}.");
        return threadCounts.ToDictionary(threads => threads, threads => PhysicalLimits.Measure(machine, threads));
    }

    // Lines of the first table are printed as they come, except that the pages of BenchmarkDotNet's suites go before it.
    private List<Outcome> Print()
    {
        IEnumerable<IReadOnlyList<Outcome>> measured = options.Rows.Select(Measure);
        if (options.Full)
            measured = measured.ToArray();
        var outcomes = new List<Outcome>();
        int first = options.ThreadCounts[0];
        Table.PrintHead(first);
        foreach (IReadOnlyList<Outcome> row in measured)
        {
            outcomes.AddRange(row);
            Table.Print(row.Where(outcome => outcome.Threads == first), limits[first]);
        }
        foreach (int threads in options.ThreadCounts.Skip(1))
        {
            Table.PrintHead(threads);
            Table.Print(outcomes.Where(outcome => outcome.Threads == threads), limits[threads]);
        }
        Table.PrintSummary(outcomes);
        return outcomes;
    }

    private List<Outcome> Measure(Row row)
    {
        var failures = new Dictionary<Library, string>();
        var outcomes = new List<Outcome>();
        workers.UseThreads(options.ThreadCounts[0]);
        Contest? contest = Contest.Prepare(row, workers, failures);
        Figure? oneThread = null;
        foreach (int threads in options.ThreadCounts.Take(row.IsParallel ? options.ThreadCounts.Count : 1))
        {
            workers.UseThreads(threads);
            Dictionary<(WorkerProcess, string), Figure> figures = contest is null ? [] : options.Full ? contest.Suite(options.Folder) : contest.Run(threads);
            Figure? ours = figures.GetValueOrDefault((workers[Library.Tangent]!, row.Name));
            (double? limit, double? limitOfOne) = row.Work is { } work ? (limits[threads].Time(work), limits.GetValueOrDefault(1)?.Time(work)) : (null, null);
            foreach (Goal goal in row.Goals.Where(goal => goal.Measure != Tangent.Bench.Measure.Scaling || oneThread is not null))
            {
                Figure? reference = goal.Measure == Tangent.Bench.Measure.Scaling ? oneThread : Reference(goal, row, figures);
                string? failure = failures.GetValueOrDefault(Library.Tangent) ?? (goal.Library is { } library ? failures.GetValueOrDefault(library) : null);
                outcomes.Add(new Outcome(row, goal, threads, ours, reference, limit, limitOfOne, failure));
            }
            oneThread ??= threads == 1 ? ours : null;
        }
        workers.Release();
        return outcomes;
    }

    private Figure? Reference(Goal goal, Row row, Dictionary<(WorkerProcess, string), Figure> figures) =>
        goal.Library is { } library && workers[library] is { } process ? figures.GetValueOrDefault((process, goal.Workload ?? row.Name)) : null;
}
