using System.Globalization;
using System.Text;

namespace Tangent.Layers;

public abstract partial class Module
{
    /// <summary>Its name and settings, and those of the modules in it, each on a line.</summary>
    public override string ToString()
    {
        IReadOnlyList<(string Path, Module Module)> children = Children();
        string name = GetType().Name;
        if (children.Count == 0)
            return $"{name}({Details})";
        var text = new StringBuilder($"{name}({Details}\n");
        foreach ((string path, Module child) in children)
            text.Append("  (").Append(path).Append("): ").Append(child.ToString().Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        return text.Append(')').ToString();
    }

    /// <summary>A table of all arrays: their paths, shapes, types and numbers of elements, and what is trained; with sums below.</summary>
    public string Summary()
    {
        ParameterTree all = ParameterCollector.Of("Summary", this, isOfTrained: false);
        HashSet<string> trained = [.. TrainableParameters().Keys];
        List<string[]> rows = [["path", "shape", "dtype", "elements", "trained"]];
        foreach ((string path, NDArray array) in all)
            rows.Add([path, array.Shape.ToString(), array.DType.Name(), Count(array.Size), trained.Contains(path) ? "yes" : "no"]);
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder($"{GetType().Name}\n");
        foreach (string[] row in rows)
            text.Append(string.Join("  ", row.Select((cell, i) => i == 3 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd()).Append('\n');
        long trainedElements = all.Where(pair => trained.Contains(pair.Key)).Sum(pair => pair.Value.Size);
        return text.Append(CultureInfo.InvariantCulture, $"{Count(all.Values.Sum(array => array.Size))} elements, {Count(trainedElements)} trained, {Count(all.Values.Sum(array => array.NBytes))} bytes").ToString();
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
