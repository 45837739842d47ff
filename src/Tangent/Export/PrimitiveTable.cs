namespace Tangent;

/// <summary>The primitives that a file can hold, by their names: no type is looked up by what a file says.</summary>
internal static partial class PrimitiveTable
{
    // What a graph can hold and a file cannot, and what to do instead.
    private static readonly Dictionary<string, string> Unexported = new()
    {
        ["HostCall"] = "which is code of .NET: export what comes before it and what comes after it, each for itself",
        ["NoTangent"] = "which stands for a derivative that there is not",
    };

    // These are never written: others stand for them.
    private static readonly Dictionary<string, string> Structural = new()
    {
        [nameof(Alias)] = "the array that it is another name for",
        [nameof(Output)] = "the number of the result",
        [nameof(Leaf)] = "a constant",
        [nameof(FileRegion)] = "a constant",
        [nameof(Placeholder)] = "an input",
        ["CustomFunction"] = "what the function computes",
    };

    private static readonly Dictionary<string, PrimitiveForm> Forms =
        new([.. Elementwise(), .. Rearranging(), .. Reducing(), .. Selecting(), .. Algebra(), .. Networks(), .. Products(), .. Functions()]);

    /// <summary>The names of all that a file can hold.</summary>
    public static IReadOnlyCollection<string> Names => Forms.Keys;

    /// <summary>The names of what it cannot, with the reasons.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Others => Unexported.Concat(Structural);

    /// <summary>The form of a name; null if there is none.</summary>
    public static PrimitiveForm? Find(string name) => Forms.GetValueOrDefault(name);

    /// <summary>Refuses what no file can hold.</summary>
    public static void RequireExported(string function, Primitive primitive)
    {
        if (!Forms.ContainsKey(primitive.Name))
            throw new NotSupportedException($"{function}: the function uses {primitive.Name}, {Unexported.GetValueOrDefault(primitive.Name, "which no file can hold")}.");
    }
}
