namespace Tangent.Tests.Golden.Running;

/// <summary>Calls one after the other that take their keys from the global one.</summary>
public sealed class RandomSequenceForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => Seed(golden).Exists
        ? Calls(golden).FirstOrDefault(call => !new GoldenCall(call).Exists)?.Op
        : "core.random.seed";

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        Seed(golden).Invoke([]);
        foreach (GoldenCase step in Calls(golden))
        {
            var call = new GoldenCall(step);
            string? difference = GoldenChecks.Difference(step, ResultReader.Read(call.Invoke(call.Primals)));
            yield return difference is null ? null : $"{step.Op}: {difference}";
        }
    }

    private static GoldenCall Seed(GoldenCase golden) => new(
        "core.random.seed",
        [new GoldenValue.Integer(golden.Json.GetProperty("seed").GetInt64())],
        new Dictionary<string, GoldenValue>());

    private static IEnumerable<GoldenCase> Calls(GoldenCase golden) =>
        golden.Json.GetProperty("calls").EnumerateArray().Select(call => new GoldenCase(call));
}
