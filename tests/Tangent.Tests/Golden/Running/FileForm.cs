using System.Text.Json;

namespace Tangent.Tests.Golden.Running;

/// <summary>Files beside the cases, with what is in them.</summary>
public sealed class FileForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => MlxMembers.Find(golden.Op).Count > 0 ? null : golden.Op;

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        string path = GoldenFiles.Chosen.PathOf(golden.Json.GetProperty("file").GetString()!);
        Dictionary<string, GoldenValue> expected = GoldenParser.Named(golden.Json.GetProperty("entries"));
        bool isOne = golden.Json.GetProperty("format").GetString() == "npy";
        LoadedArrays? loaded = isOne ? null : Mx.LoadArrays(path);
        IReadOnlyDictionary<string, NDArray> arrays = loaded is null ? new Dictionary<string, NDArray> { [""] = Mx.Load(path) } : loaded;
        yield return arrays.Keys.Order().SequenceEqual(expected.Keys.Order()) ? null : $"arrays {string.Join(", ", arrays.Keys)}";
        foreach ((string name, GoldenValue value) in expected)
            if (GoldenCompare.Difference(GoldenBuffers.Read(arrays[name]), value, Tolerance.Exact) is { } difference)
                yield return $"{name}: {difference}";
        if (golden.Json.TryGetProperty("metadata", out JsonElement metadata))
            yield return Texts(metadata).SequenceEqual(loaded!.Metadata.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Text!))) ? null : "other metadata";
    }

    private static IEnumerable<(string, string)> Texts(JsonElement metadata) =>
        metadata.EnumerateObject().OrderBy(pair => pair.Name).Select(pair => (pair.Name, pair.Value.GetString()!));
}
