using static System.FormattableString;

namespace Tangent.Bench;

/// <summary>The table on the console.</summary>
internal static class Table
{
    public static void PrintMachine(Machine machine)
    {
        Console.WriteLine(machine.System);
        foreach (string library in machine.Libraries)
            Console.WriteLine(library);
        foreach (PhysicalLimits limits in machine.Limits)
        {
            Console.WriteLine(Invariant(
                $"{Count(limits.Threads)}: {limits.FloatingPoint / 1e9:0} GFLOP/s at the most; memory {limits.Read / 1e9:0.0} GB/s read, {limits.Copy / 1e9:0.0} copied; 12 MB {limits.ReadCached / 1e9:0.0} GB/s read, {limits.CopyCached / 1e9:0.0} copied"));
        }
        Console.WriteLine($"load {machine.Load ?? "unknown"}; medians; limit: the ratio that the work would have at the machine's limit");
    }

    public static void PrintHead(int threads)
    {
        Console.WriteLine();
        Console.WriteLine(Line(Count(threads), "Tangent", "rate", "of limit", "against", "", "ratio", "limit", "bar", ""));
    }

    public static void Print(IEnumerable<Outcome> outcomes, PhysicalLimits limits)
    {
        foreach (Outcome outcome in outcomes)
            Print(outcome, limits);
    }

    public static void PrintSummary(IReadOnlyList<Outcome> outcomes)
    {
        IEnumerable<string> counts = outcomes.GroupBy(outcome => outcome.Verdict).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}");
        Console.WriteLine($"\n{outcomes.Count} lines: {string.Join(", ", counts)}");
    }

    private static void Print(Outcome outcome, PhysicalLimits limits)
    {
        double? time = outcome.Tangent?.Median;
        Console.WriteLine(Line(
            outcome.Row.Title,
            Time(time),
            Rate(outcome.Row.Work, time),
            outcome.Limit is { } limit && time is { } taken ? Invariant($"{limit / taken:0%}") : "",
            outcome.Goal.Label,
            outcome.Goal.Measure == Measure.Milliseconds ? "" : Time(outcome.Reference?.Median),
            outcome.Value is { } value ? Number(value) : "-",
            outcome.ValueAtLimit is { } best ? Number(best) : "",
            (outcome.Goal.IsLeast ? "" : "≤ ") + Invariant($"{outcome.Goal.Bar:0.##}"),
            outcome.Verdict));
        if (outcome.Failure is { } failure)
            Console.WriteLine($"  {failure}");
    }

    private static string Line(string title, string ours, string rate, string share, string label, string reference, string ratio, string limit, string bar, string verdict) =>
        $"{title,-41}{ours,10}{rate,15}{share,9}  {label,-12}{reference,9}{ratio,7}{limit,7}{bar,7}  {verdict}";

    private static string Count(int threads) => threads == 1 ? "one thread" : $"{threads} threads";

    private static string Rate(Work? work, double? nanoseconds) => (work, nanoseconds) switch
    {
        (null, _) or (_, null) => "",
        ({ Operations: > 0 }, { } time) => Invariant($"{work.Operations / time:0.0} GFLOP/s"),
        ({ Elements: > 0 }, { } time) => Invariant($"{time / work.Elements:0.00} ns each"),
        (_, { } time) => Invariant($"{work.Bytes / time:0.0} GB/s"),
    };

    private static string Time(double? nanoseconds) => nanoseconds switch
    {
        null => "-",
        < 1e3 => $"{Number(nanoseconds.Value)} ns",
        < 1e6 => $"{Number(nanoseconds.Value / 1e3)} us",
        _ => $"{Number(nanoseconds.Value / 1e6)} ms",
    };

    private static string Number(double value) => value < 100 ? Invariant($"{value:0.00}") : Invariant($"{value:0}");
}
