using System.Globalization;
using Spectre.Console;

namespace Samples;

/// <summary>How the samples print: alike under every culture.</summary>
internal static class Report
{
    /// <summary>A heading over a part of the report, and what the part shows.</summary>
    public static void Part(string heading, string explanation)
    {
        AnsiConsole.Write(new Rule($"[bold]{heading}[/]").LeftJustified());
        AnsiConsole.MarkupLine(explanation);
    }

    /// <summary>A table of numbers.</summary>
    public static Table Table(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in columns)
            table.AddColumn(new TableColumn(column) { NoWrap = true }.RightAligned());
        return table;
    }

    /// <summary>Does steps, each of which says something, under a bar that shows how far they are.</summary>
    public static void Progress(string name, int count, Func<int, string> step)
    {
        AnsiConsole.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn()).Start(bars =>
        {
            ProgressTask bar = bars.AddTask(name, maxValue: count);
            for (int i = 0; i < count; i++)
            {
                bar.Description = $"{name}  {step(i)}";
                bar.Increment(1);
            }
        });
    }

    /// <summary>Text whose numbers look the same everywhere.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of one in percent.</summary>
    public static string Percent(double part) => Text($"{100 * part:F2} %");
}
