namespace Tangent.Tests.Golden.Running;

/// <summary>A form that cases have: how to run them and what to compare.</summary>
public interface IGoldenForm
{
    /// <summary>A name that the case calls and Tangent does not have, or null.</summary>
    string? Missing(GoldenCase golden);

    /// <summary>Computes the results and compares nothing.</summary>
    void Evaluate(GoldenCase golden) => _ = Differences(golden).ToArray();

    /// <summary>For each part of the case what differs most from what is recorded, or null.</summary>
    IEnumerable<string?> Differences(GoldenCase golden);
}
