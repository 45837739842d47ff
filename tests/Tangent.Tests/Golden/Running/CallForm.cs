namespace Tangent.Tests.Golden.Running;

/// <summary>A case that is one call, with its derivatives.</summary>
public sealed class CallForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden)
    {
        bool isCall = golden.Json.TryGetProperty("args", out _) && !golden.Json.TryGetProperty("ctor", out _);
        return isCall && new GoldenCall(golden).Exists ? null : golden.Op;
    }

    /// <inheritdoc/>
    public void Evaluate(GoldenCase golden) => Results(new GoldenCall(golden));

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        var call = new GoldenCall(golden);
        IReadOnlyList<GoldenValue> results = Results(call);
        yield return GoldenChecks.Difference(golden, results);
        FactorSigns? signs = SignsOf(golden, results);
        if (golden.Jvp is { } jvp)
            yield return Forward(call, jvp, signs) is string forward ? $"jvp: {forward}" : null;
        if (golden.Vjp is { } vjp)
            yield return Reverse(call, vjp, signs) is string reverse ? $"vjp: {reverse}" : null;
    }

    private static IReadOnlyList<GoldenValue> Results(GoldenCall call) => ResultReader.Read(call.Invoke(call.Primals));

    private static FactorSigns? SignsOf(GoldenCase golden, IReadOnlyList<GoldenValue> results) =>
        golden.Check is "qr" or "svd" or "eigh"
            ? FactorSigns.Of(golden.Check, [.. results.Cast<GoldenValue.Array>()], [.. golden.Out.Cast<GoldenValue.Array>()])
            : null;

    private static string? Forward(GoldenCall call, GoldenDerivative jvp, FactorSigns? signs)
    {
        NDArray?[] tangents = [.. jvp.Seeds.Select(Optional)];
        NDArray[] results = Mx.Jvp(call.InvokeArrays, call.Primals, tangents).Tangents;
        GoldenValue.Array?[] read = [.. results.Select(GoldenBuffers.Read)];
        return Recorded(signs?.Turn(read) ?? read, jvp);
    }

    // The signs that turn our vectors to the recorded ones turn cotangents of the recorded ones to ours.
    private static string? Reverse(GoldenCall call, GoldenDerivative vjp, FactorSigns? signs)
    {
        GoldenValue.Array?[] seeds = [.. vjp.Seeds.Cast<GoldenValue.Array?>()];
        NDArray?[] cotangents = [.. (signs?.Turn(seeds) ?? seeds).Select(Optional)];
        NDArray[] primals = call.Primals;
        int[] active = [.. Enumerable.Range(0, primals.Length).Where(i => vjp.Out[i] is not null)];
        NDArray[] Function(NDArray[] chosen)
        {
            NDArray[] all = [.. primals];
            for (int i = 0; i < active.Length; i++)
                all[active[i]] = chosen[i];
            return call.InvokeArrays(all);
        }
        NDArray[] results = Mx.Vjp(Function, [.. active.Select(i => primals[i])], cotangents).Cotangents;
        return Recorded([.. results.Select(GoldenBuffers.Read)], vjp with { Out = [.. active.Select(i => vjp.Out[i])] });
    }

    private static string? Recorded(GoldenValue.Array?[] actual, GoldenDerivative derivative)
    {
        if (actual.Length != derivative.Out.Length)
            return $"{actual.Length} results, recorded are {derivative.Out.Length}";
        for (int i = 0; i < actual.Length; i++)
        {
            if (derivative.Out[i] is { } expected && GoldenCompare.Difference(actual[i]!, expected, derivative.Tolerance) is string difference)
                return $"result {i}: {difference}";
        }
        return null;
    }

    private static NDArray? Optional(GoldenValue? value) => value is GoldenValue.Array array ? GoldenBuffers.Array(array) : null;
}
