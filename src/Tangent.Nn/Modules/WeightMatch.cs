namespace Tangent.Layers;

/// <summary>Finds the place in a module for each of some arrays by name.</summary>
internal sealed class WeightMatch
{
    private const int Most = 8;

    private readonly List<string> missing = [], misshapen = [];
    private readonly string[] unexpected;

    private WeightMatch(ParameterTree places, IReadOnlyDictionary<string, NDArray> weights)
    {
        var found = new List<KeyValuePair<string, NDArray>>();
        foreach ((string path, NDArray place) in places)
        {
            if (!weights.TryGetValue(path, out NDArray? array))
                missing.Add(path);
            else if (array.Shape != place.Shape)
                misshapen.Add($"'{path}' has shape {array.Shape}, and the module's {place.Shape}");
            else
                found.Add(new(path, array));
        }
        unexpected = [.. weights.Keys.Where(name => !places.ContainsKey(name))];
        Found = new ParameterTree(found);
    }

    /// <summary>The arrays that have a place.</summary>
    public ParameterTree Found { get; }

    /// <summary>What was found.</summary>
    public LoadReport Report => new(missing, unexpected);

    /// <summary>Compares names and shapes, and says all that is wrong in one message. Shapes are always compared.</summary>
    public static WeightMatch Of(string function, string source, Module module, IReadOnlyDictionary<string, NDArray> weights, bool strict)
    {
        var match = new WeightMatch(ParameterCollector.Of(function, module, isOfTrained: false), weights);
        List<string> faults = [];
        if (strict && match.missing.Count > 0)
            faults.Add($"missing: {List(match.missing.Select(path => Quote(path, match.unexpected)))}");
        if (strict && match.unexpected.Length > 0)
            faults.Add($"unexpected: {List(match.unexpected.Select(name => Quote(name, match.missing)))}");
        if (match.misshapen.Count > 0)
            faults.Add($"misshapen: {List(match.misshapen)}");
        if (faults.Count > 0)
            throw new ArgumentException($"{function}: {source} does not fit a {module.GetType().Name}: {string.Join("; ", faults)}.");
        return match;
    }

    private static string Quote(string name, IEnumerable<string> others) => $"'{name}'{(NearestName.Of(name, others) is { } near ? $" (there is '{near}')" : "")}";

    private static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return string.Join(", ", all.Take(Most)) + (all.Length > Most ? $" and {all.Length - Most} more" : "");
    }
}
