namespace Tangent.Tests.Golden.Running;

/// <summary>A case that was run.</summary>
/// <param name="Id">The name of the case.</param>
/// <param name="Op">What it calls.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">What differs, or the name that is missing.</param>
public sealed record GoldenResult(string Id, string Op, GoldenOutcome Outcome, string? Reason)
{
    /// <summary>A case that agrees.</summary>
    public static GoldenResult Passed(GoldenCase golden) => new(golden.Id, golden.Op, GoldenOutcome.Passed, null);

    /// <summary>A case that differs.</summary>
    public static GoldenResult Failed(GoldenCase golden, string difference) => new(golden.Id, golden.Op, GoldenOutcome.Failed, difference);

    /// <summary>A case that calls what is not there.</summary>
    public static GoldenResult NoOp(GoldenCase golden, string op) => new(golden.Id, golden.Op, GoldenOutcome.NoOp, op);
}
