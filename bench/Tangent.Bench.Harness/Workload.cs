namespace Tangent.Bench.Harness;

/// <summary>One piece of work with its inputs made, as one library does it.</summary>
/// <param name="Call">Does the work once, to the end: nothing is left unevaluated.</param>
/// <param name="Check">A number that follows from the result, by which libraries are seen to do the same work.</param>
public sealed record Workload(Action Call, Func<double> Check);
