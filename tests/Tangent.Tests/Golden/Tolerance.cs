namespace Tangent.Tests.Golden;

/// <summary>How far a value x may be from the recorded y: |x − y| ≤ Absolute + Relative·|y|.</summary>
public readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>Equal values.</summary>
    public static readonly Tolerance Exact;
}
