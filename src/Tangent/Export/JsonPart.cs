using System.Text.Json;

namespace Tangent;

/// <summary>A part of the JSON of a file, whose every reading is checked.</summary>
/// <param name="source">The file, for errors.</param>
/// <param name="element">The part.</param>
/// <param name="place">What errors call it.</param>
internal readonly struct JsonPart(ByteSource source, JsonElement element, string place)
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>True for the word null.</summary>
    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>True if this is an object with a field of a name.</summary>
    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>A field of an object, which must be there.</summary>
    public JsonPart this[string name]
    {
        get
        {
            if (element.ValueKind != JsonValueKind.Object)
                throw Error("should be an object");
            return element.TryGetProperty(name, out JsonElement field) ? new(source, field, $"{place}, {name}") : throw Error($"lacks \"{name}\"");
        }
    }

    /// <summary>The same part with a name in what errors call it.</summary>
    public JsonPart Named(string name) => new(source, element, $"{place}, {name},");

    /// <summary>A field of an object, or an object without fields.</summary>
    public JsonPart OrEmpty(string name) => Has(name) ? this[name] : new(source, Empty, place);

    /// <summary>Refuses an object with other fields than these.</summary>
    public void RequireOnly(params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Error("should be an object");
        foreach (JsonProperty field in element.EnumerateObject())
            if (!names.Contains(Text(field)))
                throw Error($"has a field \"{Text(field)}\", which means nothing");
    }

    /// <summary>The fields of an object.</summary>
    public (string Name, JsonPart Value)[] Fields()
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Error("should be an object");
        var fields = new List<(string, JsonPart)>();
        foreach (JsonProperty field in element.EnumerateObject())
            fields.Add((Text(field), new(source, field.Value, $"{place}, {Text(field)}")));
        return [.. fields];
    }

    /// <summary>The items of an array.</summary>
    public JsonPart[] Items(string what)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Error("should be an array");
        var items = new JsonPart[element.GetArrayLength()];
        int count = 0;
        foreach (JsonElement item in element.EnumerateArray())
            items[count] = new(source, item, $"{place}, {what} {count++}");
        return items;
    }

    /// <summary>The text that this is.</summary>
    public string Text()
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Error("should be a text");
        }
        catch (InvalidOperationException error)
        {
            throw Error("is no text: half a pair of code units stands for no letter", error);
        }
    }

    /// <summary>The truth that this is.</summary>
    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error("should be true or false"),
    };

    /// <summary>The number that this is, of 32 bits.</summary>
    public int Integer() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) ? number : throw Error("should be a whole number of 32 bits");

    /// <summary>The number that this is: one that is not finite is a text.</summary>
    public double Number()
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && double.IsFinite(number))
            return number;
        return element.ValueKind != JsonValueKind.String ? throw Error("should be a number") : Text() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw Error("should be a number"),
        };
    }

    /// <summary>The numbers of an array, each from 0 to less than a limit.</summary>
    public int[] Integers(int least, int limit)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Error("should be an array");
        var numbers = new int[element.GetArrayLength()];
        int count = 0;
        foreach (JsonElement item in element.EnumerateArray())
            numbers[count++] = item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int number) && number >= least && number < limit
                ? number
                : throw Error(FormattableString.Invariant($"should hold whole numbers from {least} to {limit - 1L}; that at {count - 1} is none"));
        return numbers;
    }

    /// <summary>An error in this part.</summary>
    public FileFormatException Error(string what, Exception? inner = null) => source.Error(SafetensorsHeader.Prefix, $"{place} {what}", inner);

    private string Text(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException error)
        {
            throw Error("has a name that is no text", error);
        }
    }
}
