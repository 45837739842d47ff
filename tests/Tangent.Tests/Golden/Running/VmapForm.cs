using System.Text.Json;

namespace Tangent.Tests.Golden.Running;

/// <summary>A function applied to slices of its arguments.</summary>
public sealed class VmapForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => Function(golden).Exists ? null : Name(golden);

    /// <inheritdoc/>
    public void Evaluate(GoldenCase golden) => Results(golden);

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden) =>
        [GoldenCompare.Difference(Results(golden), golden.Out, golden.Tolerance)];

    private static GoldenCall Function(GoldenCase golden) =>
        new(Name(golden), golden.Arguments, golden.Named);

    private static string Name(GoldenCase golden) => golden.Json.GetProperty("fn").GetString()!;

    private static IReadOnlyList<GoldenValue> Results(GoldenCase golden)
    {
        GoldenCall function = Function(golden);
        int?[] inAxes = [.. golden.Json.GetProperty("in_axes").EnumerateArray().Select(Axis)];
        int?[] outAxes = [.. golden.Out.Select(_ => (int?)golden.Json.GetProperty("out_axes").GetInt32())];
        return ResultReader.Read(Mx.Vmap(function.InvokeArrays, inAxes, outAxes)(function.Primals));
    }

    private static int? Axis(JsonElement json) => json.ValueKind is JsonValueKind.Null ? null : json.GetInt32();
}
