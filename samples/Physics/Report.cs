using System.Globalization;
using Spectre.Console;

namespace Physics;

/// <summary>How the sample prints: alike under every culture.</summary>
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

    /// <summary>Text whose numbers look the same everywhere.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of one in percent.</summary>
    public static string Percent(double part) => Text($"{100 * part:F2} %");
}
