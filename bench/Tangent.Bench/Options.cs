using System.Globalization;

namespace Tangent.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Full">BenchmarkDotNet's suites in place of the quick table.</param>
/// <param name="Rows">The rows to run.</param>
/// <param name="Threads">Threads that an operation may use.</param>
/// <param name="Folder">Where results are written.</param>
/// <param name="Peer">The program of TorchSharp's worker; null where it could not be built.</param>
internal sealed record Options(bool Full, IReadOnlyList<Row> Rows, int Threads, string Folder, string? Peer)
{
    public static Options Parse(string[] args)
    {
        bool full = true;
        string? name = null, peer = null;
        string folder = "results";
        int threads = 1;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "quick": full = false; break;
                case "full": break;
                case "--threads": threads = int.Parse(Next(args, ref i), CultureInfo.InvariantCulture); break;
                case "--results": folder = Next(args, ref i); break;
                case "--torch": peer = Next(args, ref i); break;
                case var rest: name = rest; break;
            }
        }
        return new Options(full, Select(name), threads, Path.GetFullPath(folder), peer);
    }

    private static string Next(string[] args, ref int index) =>
        ++index < args.Length ? args[index] : throw new ArgumentException($"The option {args[index - 1]} needs a value.");

    private static List<Row> Select(string? name)
    {
        List<Row> rows = [.. Row.All.Where(row => name is null || row.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return rows.Count > 0 ? rows : throw new ArgumentException(
            $"No row's name contains '{name}'. There are: {string.Join(", ", Row.All.Select(row => row.Name))}.");
    }
}
