namespace Tangent.Tests.Golden;

/// <summary>Compares the results of a case, by its own kind of check where they are not unique.</summary>
public static class GoldenChecks
{
    /// <summary>What differs most from the recorded results, or null if they agree.</summary>
    public static string? Difference(GoldenCase golden, IReadOnlyList<GoldenValue> actual)
    {
        GoldenValue[] expected = golden.Out;
        if (golden.Check is null)
            return GoldenCompare.Difference(actual, expected, golden.Tolerance);
        if (actual.Count != expected.Length)
            return $"{actual.Count} results, recorded are {expected.Length}";
        var x = actual.Cast<GoldenValue.Array>().ToArray();
        var y = expected.Cast<GoldenValue.Array>().ToArray();
        return x.Zip(y, GoldenCompare.Form).FirstOrDefault(difference => difference is not null) ?? Values(golden, x, y);
    }

    private static string? Values(GoldenCase golden, GoldenValue.Array[] x, GoldenValue.Array[] y) => golden.Check switch
    {
        "partition" => OrderChecks.Partition(golden, x[0], y[0]),
        "argpartition" => OrderChecks.ArgPartition(golden, x[0], y[0]),
        "unordered" => OrderChecks.Unordered(golden, x[0], y[0]),
        "qr" or "svd" or "eigh" => FactorSigns.Of(golden.Check, x, y).Difference(x, y, golden.Tolerance),
        "eig" => EigenChecks.ValuesAndVectors(x[0], x[1], y[0], y[1], golden.Tolerance),
        "eigvals_unordered" => EigenChecks.Values(x[0], y[0], golden.Tolerance),
        "mvn_sign" => NormalChecks.UpToSigns(golden, x[0], y[0]),
        _ => throw new NotSupportedException($"{golden.Id}: there is no check \"{golden.Check}\"."),
    };
}
