namespace Tangent.Tests.Golden.Running;

/// <summary>A case that was run.</summary>
public sealed record GoldenResult(GoldenCase Golden, GoldenOutcome Outcome, string? Difference)
{
    /// <summary>A case that agrees.</summary>
    public static GoldenResult Passed(GoldenCase golden) => new(golden, GoldenOutcome.Passed, null);

    /// <summary>A case that differs.</summary>
    public static GoldenResult Failed(GoldenCase golden, string difference) => new(golden, GoldenOutcome.Failed, difference);

    /// <summary>A case that calls what is not there.</summary>
    public static GoldenResult NoOp(GoldenCase golden) => new(golden, GoldenOutcome.NoOp, null);
}
