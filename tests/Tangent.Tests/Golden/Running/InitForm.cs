namespace Tangent.Tests.Golden.Running;

/// <summary>An initialiser, made and applied after seeding to an array of zeros. What MLX gives to it beside the array is given when it is made.</summary>
public sealed class InitForm : IGoldenForm
{
    /// <inheritdoc/>
    public string? Missing(GoldenCase golden) => MlxMembers.Find(golden.Op).Count > 0 ? null : golden.Op;

    /// <inheritdoc/>
    public void Evaluate(GoldenCase golden) => Result(golden).Eval();

    /// <inheritdoc/>
    public IEnumerable<string?> Differences(GoldenCase golden)
    {
        yield return GoldenChecks.Difference(golden, ResultReader.Read(Result(golden)));
    }

    private static NDArray Result(GoldenCase golden)
    {
        var made = golden.Json.GetProperty("ctor");
        var named = GoldenParser.Named(made.GetProperty("kwargs")).Concat(golden.Named).ToDictionary();
        var call = new GoldenCall(golden.Op, GoldenParser.Values(made.GetProperty("args")), named);
        int[] shape = [.. golden.Json.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
        // The sequence that seeding starts, without the program's own, from which other tests draw.
        using (Mx.Random.Scope(Mx.Random.Key(golden.Json.GetProperty("seed").GetUInt64())))
            return ((Func<NDArray, NDArray>)call.Invoke([])!)(Mx.Zeros(shape));
    }
}
