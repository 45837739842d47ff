using System.Globalization;

namespace Tangent.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>BenchmarkDotNet's suites in place of the quick table.</summary>
    public bool Full { get; private set; } = true;

    /// <summary>The rows to run.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = Row.All;

    /// <summary>Threads that an operation may use, a table each.</summary>
    public IReadOnlyList<int> ThreadCounts { get; private set; } = [.. new[] { 1, Environment.ProcessorCount }.Distinct()];

    /// <summary>Where results are written.</summary>
    public string Folder { get; private set; } = Path.GetFullPath("results");

    /// <summary>The program of TorchSharp's worker; null where it could not be built.</summary>
    public string? Torch { get; private set; }

    /// <summary>This program from another checkout, to measure against in place of all others; null for none.</summary>
    public string? Before { get; private set; }

    /// <summary>The start-up program in each of its forms.</summary>
    public StartUpPrograms StartUp { get; private set; } = new();

    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "quick": options.Full = false; break;
                case "full": break;
                case "--threads": options.ThreadCounts = [int.Parse(Next(args, ref i), CultureInfo.InvariantCulture)]; break;
                case "--results": options.Folder = Path.GetFullPath(Next(args, ref i)); break;
                case "--torch": options.Torch = Next(args, ref i); break;
                case "--before": options.Before = Path.GetFullPath(Next(args, ref i)); break;
                case "--start-up": options.StartUp = options.StartUp with { Project = Next(args, ref i) }; break;
                case "--start-up-package": options.StartUp = options.StartUp with { Package = Next(args, ref i) }; break;
                case "--start-up-native": options.StartUp = options.StartUp with { Native = Next(args, ref i) }; break;
                case var name: options.Rows = Select(name); break;
            }
        }
        if (options.Before is not null)
            options.Rows = [.. options.Rows.Select(row => row with { Goals = [Goal.Before] })];
        return options;
    }

    private static string Next(string[] args, ref int index) =>
        ++index < args.Length ? args[index] : throw new ArgumentException($"The option {args[index - 1]} needs a value.");

    private static List<Row> Select(string name)
    {
        List<Row> rows = [.. Row.All.Where(row => row.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return rows.Count > 0 ? rows : throw new ArgumentException(
            $"No row's name contains '{name}'. There are: {string.Join(", ", Row.All.Select(row => row.Name))}.");
    }
}
