using System.Globalization;
using Spectre.Console;

namespace Quickstart;

/// <summary>How the sample prints: in 80 columns, and alike under every culture.</summary>
internal static class Report
{
    /// <summary>A heading over a part of the report, and what the part shows.</summary>
    public static void Part(string heading, string explanation)
    {
        AnsiConsole.Write(new Rule($"[bold]{heading}[/]").LeftJustified());
        AnsiConsole.MarkupLine(explanation);
    }

    /// <summary>A table whose first column is text on the left, or a number on the right like all others.</summary>
    public static Table Table(bool startsWithText, params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(columns[i]) { NoWrap = true };
            table.AddColumn(startsWithText && i == 0 ? column : column.RightAligned());
        }
        return table;
    }

    /// <summary>Text whose numbers look the same everywhere.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of one in percent.</summary>
    public static string Percent(double part) => Text($"{100 * part:F1} %");
}
