using System.Text.Json;

namespace Tangent.Tests.Golden.Running;

/// <summary>A composite function with its derivatives of several orders, as it is and compiled.</summary>
public sealed class CompositeForm : IGoldenForm
{
    /// <summary>The recorded parts of a case: its field, and how to compute it.</summary>
    private static readonly (string Field, Func<CompositeDerivatives, JsonElement, NDArray[]> Compute)[] Parts =
    [
        ("jvp", (f, json) => f.Jvp(Arrays(json, "tangents"))),
        ("vjp", (f, json) => f.Vjp(Arrays(json, "cotangents"))),
        ("grad", (f, _) => f.Gradient()),
        ("hvp", (f, json) => f.HessianProduct(Arrays(json, "tangents"))),
        ("grad_of_jvp", (f, json) => f.GradientOfJvp(Arrays(json, "tangents"), Arrays(json, "cotangents"))),
        ("vmap_jvp", (f, json) => f.MappedJvp(Arrays(json, "tangents"))),
        ("jacobian", (f, _) => [f.Jacobian()]),
        ("hessian_diag", (f, _) => [f.HessianDiagonal()]),
        ("third", (f, json) => f.Third(Arrays(json, "tangents"))),
        ("jvp_of_jvp", (f, json) => f.SecondJvp(Arrays(json, "tangents"))),
    ];

    /// <inheritdoc/>
    public string? Missing(GoldenCase golden)
    {
        var call = new GoldenCall(golden);
        try
        {
            return call.Exists && call.InvokeArrays(call.Primals).Length > 0 ? null : golden.Op;
        }
        catch (MissingOpException exception)
        {
            return exception.Op;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        var call = new GoldenCall(golden);
        var plain = new CompositeDerivatives(call.InvokeArrays, call.Primals);
        var compiled = new CompositeDerivatives(Mx.Compile(call.InvokeArrays), call.Primals);
        return Differences(golden, plain).Concat(Differences(golden, compiled).Select(difference =>
            difference is null ? null : $"compiled, {difference}"));
    }

    private static IEnumerable<string?> Differences(GoldenCase golden, CompositeDerivatives function)
    {
        Tolerance tolerance = GoldenCase.ReadTolerance(golden.Json, "dtol") ?? golden.Tolerance;
        yield return Difference("out", function.Value(), golden.Out, golden.Tolerance);
        foreach ((string field, Func<CompositeDerivatives, JsonElement, NDArray[]> compute) in Parts)
        {
            if (golden.Json.TryGetProperty(field, out JsonElement json))
                yield return Difference(field, compute(function, json), Expected(json), tolerance);
        }
    }

    private static NDArray[] Arrays(JsonElement json, string name) =>
        [.. GoldenParser.Values(json.GetProperty(name)).Cast<GoldenValue.Array>().Select(GoldenBuffers.Array)];

    private static GoldenValue[] Expected(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Array)
            return GoldenParser.Values(json);
        return json.TryGetProperty("out", out JsonElement results) ? GoldenParser.Values(results) : [GoldenParser.Value(json)];
    }

    private static string? Difference(string field, NDArray[] actual, GoldenValue[] expected, Tolerance tolerance) =>
        GoldenCompare.Difference([.. actual.Select(GoldenBuffers.Read)], expected, tolerance) is string difference
            ? $"{field}: {difference}"
            : null;
}
