namespace Tangent.Tests.Golden.Running;

/// <summary>How a case ended.</summary>
public enum GoldenOutcome
{
    /// <summary>All results agree, or the call is refused as it must be.</summary>
    Passed,

    /// <summary>Something differs.</summary>
    Failed,

    /// <summary>Tangent has nothing of that name yet.</summary>
    NoOp,
}
