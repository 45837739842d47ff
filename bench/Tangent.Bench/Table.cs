using System.Globalization;

namespace Tangent.Bench;

/// <summary>The table on the console.</summary>
internal static class Table
{
    public static void PrintHead(Machine machine, string? whyAlone)
    {
        Console.WriteLine(machine.System);
        Console.WriteLine(machine.Tangent);
        Console.WriteLine(machine.Peer ?? $"Tangent alone: TorchSharp cannot be had: {whyAlone}");
        Console.WriteLine($"{machine.Threads} thread{(machine.Threads == 1 ? "" : "s")}, load {machine.Load ?? "unknown"}");
        Console.WriteLine();
        Console.WriteLine(Line("", "Tangent", "TorchSharp", "ratio"));
    }

    public static void Print(Outcome outcome) => Console.WriteLine(Line(
        outcome.Row.Title,
        Time(outcome.Tangent),
        outcome.Peer is { } peer ? Time(peer) : "-",
        outcome.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "-"));

    private static string Line(string title, string tangent, string peer, string ratio) =>
        $"{title,-42}{tangent,12}{peer,12}{ratio,8}";

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Format(nanoseconds, "ns"),
        < 1e6 => Format(nanoseconds / 1e3, "us"),
        _ => Format(nanoseconds / 1e6, "ms"),
    };

    private static string Format(double value, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture)} {unit}");
}
