namespace Tangent.Bench.Harness;

/// <summary>One piece of work with its inputs made, as one library does it.</summary>
/// <param name="Call">Does the work once, to the end: nothing is left unevaluated.</param>
/// <param name="Check">A number that follows from the result, by which libraries are seen to do the same work.</param>
public sealed record Workload(Action Call, Func<double> Check)
{
    /// <summary>Whether no managed code counts, so that there is nothing to warm but caches.</summary>
    public bool IsNative { get; init; }

    /// <summary>Nanoseconds of one piece of work, where only a part of <see cref="Call"/> counts; null where all of it does.</summary>
    public Func<double>? Time { get; init; }
}
