namespace Tangent.Bench;

/// <summary>Runs rows in Tangent and, where it can be had, in its peer, each in a process of its own, by turns.</summary>
internal sealed class Comparison : IDisposable
{
    private const int Rounds = 15;

    private readonly WorkerProcess tangent;
    private readonly WorkerProcess? peer;
    private readonly string? whyAlone;

    private Comparison(Options options)
    {
        tangent = WorkerProcess.Start(out string? failure, typeof(Comparison).Assembly.Location, "worker")
            ?? throw new InvalidOperationException($"Tangent does not start: {failure}.");
        tangent.UseThreads(options.Threads);
        if (options.Peer is null)
            whyAlone = "it could not be built here.";
        else
            peer = WorkerProcess.Start(out whyAlone, options.Peer);
        peer?.UseThreads(options.Threads);
    }

    /// <summary>Measures, prints the table and writes it as JSON. Returns the exit code.</summary>
    public static int Run(Options options)
    {
        Directory.CreateDirectory(options.Folder);
        using var comparison = new Comparison(options);
        Machine machine = Machine.Here(options.Threads, comparison.tangent.Description, comparison.peer?.Description);
        // The suites print pages of their own, so the table waits for them; quick rows are printed as they come.
        IEnumerable<Outcome> outcomes = options.Full
            ? options.Rows.Select(row => comparison.Suite(row, options.Folder)).ToArray()
            : options.Rows.Select(comparison.Measure);
        Table.PrintHead(machine, comparison.whyAlone);
        var printed = new List<Outcome>();
        foreach (Outcome outcome in outcomes)
        {
            Table.Print(outcome);
            printed.Add(outcome);
        }
        ResultsFile.Write(Path.Combine(options.Folder, options.Full ? "full.json" : "quick.json"), machine, printed);
        return 0;
    }

    public void Dispose()
    {
        tangent.Dispose();
        peer?.Dispose();
    }

    private Outcome Measure(Row row)
    {
        bool both = Prepare(row);
        var ours = new List<double>();
        var theirs = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(tangent.Sample(row));
            if (both)
                theirs.Add(peer!.Sample(row));
        }
        return new Outcome(row, ours, theirs);
    }

    private Outcome Suite(Row row, string folder)
    {
        bool both = Prepare(row);
        double ours = tangent.Suite(row, Path.Combine(folder, row.Name, "Tangent"));
        return new Outcome(row, [ours], both ? [peer!.Suite(row, Path.Combine(folder, row.Name, "TorchSharp"))] : []);
    }

    // Whether the peer has the row, too. That the results agree shows that the two did the same work.
    private bool Prepare(Row row)
    {
        double ours = tangent.Prepare(row) ?? throw new InvalidOperationException($"{row.Name}: Tangent has no such workload.");
        double? theirs = peer?.Prepare(row);
        if (theirs is not null && !(Math.Abs(ours - theirs.Value) <= 1e-3 * Math.Abs(ours)))
            throw new InvalidOperationException($"{row.Name}: the results differ, {ours} in Tangent and {theirs} in TorchSharp.");
        return theirs is not null;
    }
}
