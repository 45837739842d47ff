using System.Text.Json;

namespace Tangent.Tests.Golden.Running;

/// <summary>Functions of whole trees, whose leaves are numbers here.</summary>
public sealed class TreeForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => MlxMembers.Find(golden.Op).Count > 0 ? null : golden.Op;

    /// <inheritdoc/>
    public void Evaluate(GoldenCase golden) => Result(golden);

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        string expected = Text(Tree(golden.Json.GetProperty("out"))), actual = Text(Result(golden));
        return [expected == actual ? null : $"{actual} in place of {expected}"];
    }

    private static object Result(GoldenCase golden) => golden.Op switch
    {
        "utils.tree_flatten" => Trees.Flatten(Tree(golden)).Select(leaf => (object)new List<object> { leaf.Path, leaf.Array }).ToList(),
        "utils.tree_unflatten" => Trees.Unflatten(golden.Json.GetProperty("pairs").EnumerateArray().Select(pair => (pair[0].GetString()!, (NDArray)pair[1].GetInt32()))),
        "utils.tree_map" when Function(golden) == "x -> 10*x + 1" => Trees.Map(x => (10 * x) + 1, Tree(golden)),
        "utils.tree_reduce" when Function(golden) == "(acc, x) -> 3*acc + x" =>
            Trees.Reduce((sum, x) => (3 * sum) + x, Tree(golden), (NDArray)golden.Json.GetProperty("initial").GetInt32()),
        "utils.tree_merge" => Merged(golden),
        _ => throw new GoldenBindingException($"no way to run {golden.Op}"),
    };

    private static object Merged(GoldenCase golden)
    {
        JsonElement trees = golden.Json.GetProperty("trees");
        return Trees.Merge(Tree(trees[0]), Tree(trees[1]));
    }

    private static string? Function(GoldenCase golden) => golden.Json.GetProperty("fn").GetString();

    private static object Tree(GoldenCase golden) => Tree(golden.Json.GetProperty("tree"));

    private static object Tree(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Select(Tree).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => Tree(member.Value)),
        JsonValueKind.String => json.GetString()!,
        _ => (NDArray)json.GetInt32(),
    };

    private static string Text(object tree) => tree switch
    {
        List<object> list => $"[{string.Join(',', list.Select(Text))}]",
        Dictionary<string, object> dictionary => $"{{{string.Join(',', dictionary.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\"{pair.Key}\":{Text(pair.Value)}"))}}}",
        string text => $"\"{text}\"",
        var array => ((NDArray)array).Item<int>().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
