namespace Tangent.Layers;

/// <summary>Compares arrays by path with those of a module.</summary>
internal static class ParameterFit
{
    /// <summary>Refuses paths that the module does not have, and arrays of other shapes, all in one message.</summary>
    public static void Require(string function, Module module, ParameterTree values, bool strict)
    {
        ParameterTree places = ParameterCollector.Of(function, module, isOfTrained: false);
        List<string> faults = [.. Misshapen(places, values)];
        if (strict)
            faults.AddRange(Unknown(places, values));
        if (faults.Count > 0)
            throw new ArgumentException($"{function}: {string.Join("; ", faults)}.", nameof(values));
    }

    private static IEnumerable<string> Misshapen(ParameterTree places, ParameterTree values) =>
        from value in values
        where places.TryGetValue(value.Key, out NDArray? array) && array.Shape != value.Value.Shape
        select $"'{value.Key}' has shape {value.Value.Shape}, and the module's {places[value.Key].Shape}";

    private static IEnumerable<string> Unknown(ParameterTree places, ParameterTree values) =>
        from path in values.Keys
        where !places.ContainsKey(path)
        select $"the module has no array '{path}'{(NearestName.Of(path, places.Keys) is { } near ? $" (it has '{near}')" : "")}";
}
