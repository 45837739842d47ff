using System.Reflection;
using System.Text.Json;

namespace Tangent.Tests.Golden.Running;

using Tangent.Layers;

/// <summary>A layer that is made, given parameters, put in a mode and called; or only made, after seeding.</summary>
public sealed class LayerForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => Made(golden).FirstOrDefault(name => MlxMembers.Find(name).Count == 0);

    /// <inheritdoc/>
    public void Evaluate(GoldenCase golden) => _ = Differences(golden).ToArray();

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        using IDisposable scope = Mx.Random.Scope(Mx.Random.Key(golden.Json.TryGetProperty("seed", out JsonElement seed) ? seed.GetUInt64() : 0));
        Module layer = Make(golden);
        if (golden.Json.TryGetProperty("kind", out _))
            return [Parameters(layer, golden.Json.GetProperty("params"), golden.Tolerance)];
        layer.Update(Tree(golden.Json.GetProperty("params")));
        layer.Train(golden.Json.GetProperty("train").GetBoolean());
        return [.. Called(golden, layer)];
    }

    private static IEnumerable<string?> Called(GoldenCase golden, Module layer)
    {
        GoldenCall call = CallOf(golden, layer);
        using (Mx.Random.Scope(Mx.Random.Key(golden.Json.TryGetProperty("seed", out JsonElement seed) ? seed.GetUInt64() : 0)))
            yield return GoldenChecks.Difference(golden, ResultReader.Read(call.Invoke(call.Primals)));
        if (golden.Json.TryGetProperty("params_after", out JsonElement after))
            yield return Parameters(layer, after, golden.Tolerance, isPart: true);
        if (golden.Jvp is { } jvp)
            yield return Differing("jvp", Mx.Jvp(call.InvokeArrays, call.Primals, [.. jvp.Seeds.Select(Optional)]).Tangents, jvp.Out, jvp.Tolerance);
        if (golden.Vjp is { } vjp)
            foreach (string? difference in Reverse(golden, layer, call.Primals, vjp))
                yield return difference;
    }

    // With respect to inputs and parameters at once, through a copy of the layer.
    private static IEnumerable<string?> Reverse(GoldenCase golden, Module layer, NDArray[] inputs, GoldenDerivative vjp)
    {
        Dictionary<string, GoldenValue> expected = GoldenParser.Named(golden.Json.GetProperty("vjp").GetProperty("params"));
        NDArray[] parameters = [.. expected.Keys.Select(path => layer.Parameters()[path])];
        NDArray[] Function(NDArray[] arrays)
        {
            Module copy = layer.With(new ParameterTree(expected.Keys.Zip(arrays[inputs.Length..], KeyValuePair.Create)));
            return CallOf(golden, copy).InvokeArrays(arrays[..inputs.Length]);
        }
        NDArray[] cotangents = Mx.Vjp(Function, [.. inputs, .. parameters], [.. vjp.Seeds.Select(Optional)]).Cotangents;
        yield return Differing("vjp", cotangents[..inputs.Length], vjp.Out, vjp.Tolerance);
        yield return Differing("vjp of parameters", cotangents[inputs.Length..], [.. expected.Values], vjp.Tolerance);
    }

    private static string? Differing(string what, NDArray[] actual, GoldenValue?[] expected, Tolerance tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
            if (expected[i] is GoldenValue.Array array && GoldenCompare.Difference(GoldenBuffers.Read(actual[i]), array, tolerance) is { } difference)
                return $"{what}, {i}: {difference}";
        return null;
    }

    private static string? Parameters(Module layer, JsonElement expected, Tolerance tolerance, bool isPart = false)
    {
        ParameterTree actual = layer.Parameters();
        Dictionary<string, GoldenValue> recorded = GoldenParser.Named(expected);
        if (!isPart && !actual.Keys.Order(StringComparer.Ordinal).SequenceEqual(recorded.Keys.Order(StringComparer.Ordinal)))
            return $"parameters {string.Join(", ", actual.Keys)}, recorded are {string.Join(", ", recorded.Keys)}";
        return recorded.Select(pair => GoldenCompare.Difference(GoldenBuffers.Read(actual[pair.Key]), pair.Value, tolerance) is { } difference ? $"{pair.Key}: {difference}" : null)
            .FirstOrDefault(difference => difference is not null);
    }

    private static GoldenCall CallOf(GoldenCase golden, Module layer) => new(
        layer.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.Name == "Call").Select(method => Callable.On(layer, method)),
        golden.Op, golden.Arguments, golden.Named);

    private static ParameterTree Tree(JsonElement parameters) =>
        new(GoldenParser.Named(parameters).Select(pair => KeyValuePair.Create(pair.Key, GoldenBuffers.Array((GoldenValue.Array)pair.Value))));

    private static NDArray? Optional(GoldenValue? value) => value is GoldenValue.Array array ? GoldenBuffers.Array(array) : null;

    private static IEnumerable<string> Made(GoldenCase golden)
    {
        JsonElement made = golden.Json.GetProperty("ctor");
        return made.TryGetProperty("layers", out JsonElement layers) ? layers.EnumerateArray().Select(layer => layer[0].GetString()!).Prepend(golden.Op) : [golden.Op];
    }

    private static Module Make(GoldenCase golden)
    {
        JsonElement made = golden.Json.GetProperty("ctor");
        return made.TryGetProperty("layers", out JsonElement layers)
            ? new Sequential([.. layers.EnumerateArray().Select(MakeLayer)])
            : (Module)new GoldenCall(golden.Op, GoldenParser.Values(made.GetProperty("args")), GoldenParser.Named(made.GetProperty("kwargs"))).Invoke([])!;
    }

    // A name, arguments, and perhaps named arguments, all as plain JSON.
    private static Unary MakeLayer(JsonElement layer)
    {
        JsonElement[] parts = [.. layer.EnumerateArray()];
        var named = parts[^1].ValueKind is JsonValueKind.Object ? parts[^1].EnumerateObject().ToDictionary(part => part.Name, part => Plain(part.Value)) : [];
        GoldenValue[] positional = [.. parts[1..].Where(part => part.ValueKind is not JsonValueKind.Object).Select(Plain)];
        return (Unary)new GoldenCall(parts[0].GetString()!, positional, named).Invoke([])!;
    }

    private static GoldenValue Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => new GoldenValue.Truth(json.GetBoolean()),
        JsonValueKind.String => new GoldenValue.Text(json.GetString()!),
        _ => json.TryGetInt64(out long integer) ? new GoldenValue.Integer(integer) : new GoldenValue.Real(json.GetDouble()),
    };
}
