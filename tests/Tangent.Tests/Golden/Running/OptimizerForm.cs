using System.Text.Json;
using Tangent.Layers;
using Tangent.Optimizers;

namespace Tangent.Tests.Golden.Running;

/// <summary>Steps of an optimiser, values of a schedule, and gradients that are clipped.</summary>
public sealed class OptimizerForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => new[] { golden.Op, Schedule(golden)?.Op }.FirstOrDefault(op => op is not null && MlxMembers.Find(op).Count == 0);

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden) => golden.Json.TryGetProperty("ctor", out JsonElement made)
        ? OfSteps(golden, made)
        : golden.Json.TryGetProperty("steps", out JsonElement steps) ? OfSchedule(golden, steps) : OfClipping(golden);

    private static IEnumerable<string?> OfSteps(GoldenCase golden, JsonElement made)
    {
        Dictionary<string, GoldenValue> named = GoldenParser.Named(made.GetProperty("kwargs"));
        Optimizer optimizer = Schedule(golden) is { } schedule
            ? Scheduled(golden.Op, (Func<NDArray, NDArray>)Made(schedule))
            : (Optimizer)new GoldenCall(golden.Op, GoldenParser.Values(made.GetProperty("args")), named).Invoke([])!;
        ParameterTree parameters = Tree(golden.Json.GetProperty("params"));
        foreach ((JsonElement gradients, JsonElement after) in golden.Json.GetProperty("grads").EnumerateArray().Zip(golden.Json.GetProperty("out_params").EnumerateArray()))
        {
            parameters = optimizer.ApplyGradients(Tree(gradients), parameters);
            yield return Difference(golden, "parameters", parameters, Tree(after));
        }
        yield return Difference(golden, "state", optimizer.State, Tree(golden.Json.GetProperty("out_state")));
    }

    private static IEnumerable<string?> OfSchedule(GoldenCase golden, JsonElement steps)
    {
        var schedule = (Func<NDArray, NDArray>)Made(golden);
        GoldenValue[] values = [.. steps.EnumerateArray().SelectMany(step => ResultReader.Read(schedule(Mx.Array((ulong)step.GetInt32()))))];
        yield return GoldenChecks.Difference(golden, values);
    }

    private static IEnumerable<string?> OfClipping(GoldenCase golden)
    {
        double maxNorm = ((GoldenValue.Real)golden.Arguments[0]).Value;
        (ParameterTree gradients, NDArray norm) = Optimizer.ClipGradNorm(Tree(golden.Json.GetProperty("grads")[0]), maxNorm);
        yield return GoldenChecks.Difference(golden, ResultReader.Read(norm));
        yield return Difference(golden, "gradients", gradients, Tree(golden.Json.GetProperty("out_params")[0]));
    }

    private static string? Difference(GoldenCase golden, string what, ParameterTree actual, ParameterTree expected)
    {
        if (!actual.Keys.SequenceEqual(expected.Keys))
            return $"{what}: [{string.Join(", ", actual.Keys)}] in place of [{string.Join(", ", expected.Keys)}]";
        return expected.Select(pair => (pair.Key, Difference: GoldenCompare.Difference(GoldenBuffers.Read(actual[pair.Key])!, GoldenBuffers.Read(pair.Value)!, golden.Tolerance)))
            .Where(pair => pair.Difference is not null)
            .Select(pair => $"{what}, {pair.Key}: {pair.Difference}").FirstOrDefault();
    }

    private static ParameterTree Tree(JsonElement json) => new(GoldenParser.Named(json).Select(pair => KeyValuePair.Create(pair.Key, GoldenBuffers.Array((GoldenValue.Array)pair.Value))));

    private static GoldenCase? Schedule(GoldenCase golden) => golden.Json.TryGetProperty("schedule", out JsonElement schedule) ? new GoldenCase(schedule) : null;

    private static object Made(GoldenCase schedule) => Made(schedule.Op, schedule.Arguments);

    private static object Made(string op, IReadOnlyList<GoldenValue> arguments) => arguments is [GoldenValue.Sequence schedules, GoldenValue.Integers boundaries]
        ? Schedules.JoinSchedules(
            [.. schedules.Items.Cast<GoldenValue.Schedule>().Select(schedule => (Func<NDArray, NDArray>)Made(schedule.Name, schedule.Arguments))],
            [.. boundaries.Values.Select(boundary => (int)boundary)])
        : new GoldenCall(op, arguments, new Dictionary<string, GoldenValue>()).Invoke([])!;

    private static Optimizer Scheduled(string op, Func<NDArray, NDArray> schedule) => op switch
    {
        "optimizers.SGD" => new SGD(schedule),
        "optimizers.Adam" => new Adam(schedule),
        _ => throw new GoldenBindingException($"no way to make {op} with a schedule"),
    };
}
