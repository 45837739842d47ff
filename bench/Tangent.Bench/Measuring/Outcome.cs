namespace Tangent.Bench;

/// <summary>What was measured for one goal of a row: a line of the table.</summary>
/// <param name="Row">The row.</param>
/// <param name="Goal">The goal.</param>
/// <param name="Threads">Threads that an operation could use.</param>
/// <param name="Tangent">Tangent's times; null where it failed or cannot do it here.</param>
/// <param name="Reference">The reference's times; null where there is none.</param>
/// <param name="Limit">Nanoseconds of one operation below which the machine cannot do the work, by what was measured in this run.</param>
/// <param name="LimitOfOne">The same with one thread.</param>
/// <param name="Failure">Why there is no ratio, or that the results differ; null where all is well.</param>
internal sealed record Outcome(Row Row, Goal Goal, int Threads, Figure? Tangent, Figure? Reference, double? Limit, double? LimitOfOne, string? Failure)
{
    /// <summary>The number that the goal is about.</summary>
    public double? Value => Tangent is null ? null : ValueAt(Tangent.Median);

    /// <summary>The same if the work took no longer than the machine needs.</summary>
    public double? ValueAtLimit => (Goal.Measure, Limit) switch
    {
        (Measure.Speedup, { } limit) => ValueAt(limit),
        (Measure.Scaling, { } limit) => LimitOfOne / limit,
        _ => null,
    };

    /// <summary>"pass", "short", "limit" (short, as it would be at the machine's limit), "differs", or "none".</summary>
    public string Verdict => (Failure, Value) switch
    {
        (not null, not null) => "differs",
        (_, null) => "none",
        (_, { } value) when Goal.IsMet(value) => "pass",
        _ => ValueAtLimit is { } best && !Goal.IsMet(best) ? "limit" : "short",
    };

    private double? ValueAt(double nanoseconds) => Goal.Measure switch
    {
        Measure.Milliseconds => nanoseconds / 1e6,
        Measure.Cost => nanoseconds / Reference?.Median,
        Measure.Share => Limit / nanoseconds,
        _ => Reference?.Median / nanoseconds,
    };
}
